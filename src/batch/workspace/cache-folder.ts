/** The folder in the output where what builds know of it lies; it may be deleted at any time. */
export const CACHE_FOLDER = '.briefwright'
