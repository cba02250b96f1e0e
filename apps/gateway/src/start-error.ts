/** A fault of the surroundings: the message says what is wrong, where, and what to do. Anything else is a bug and shows its stack. */
export abstract class StartError extends Error {}
