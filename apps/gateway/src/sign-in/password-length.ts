/** How many characters a password has: no rule on which ones, since length is what counts. */
export const passwordLength = { least: 12, most: 128 }
