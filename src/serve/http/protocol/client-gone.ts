/** Nobody is there any more to be answered. */
export class ClientGone extends Error {}
