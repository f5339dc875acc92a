/** Control characters and marks that turn the direction of writing: in one line they forge what stands around it, as in a mail. */
const FORGING = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Nothing to see and no width: a name with one of these looks like another name and is none. Joiners stay, which some scripts are written with. */
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Whether a text that is one line would break out of it where it is shown. Ask its length first. */
export const isForged = (text: string): boolean => FORGING.test(text);

/** A line as it is kept and compared: every run of blanks, whatever they are, is one space, and what nobody can see is gone. */
export const oneLine = (text: string): string => text.replace(/\s/g, ' ').replace(INVISIBLE, '').replace(/ +/g, ' ').trim();
