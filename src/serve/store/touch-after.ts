/** Milliseconds after which an object that is used is marked as new: what removes old objects lets it be. Well below what a sweeper may be told to keep. */
export const TOUCH_AFTER_MS = 10 * 60_000
