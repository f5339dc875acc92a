/** How email addresses are compared, everywhere: an account, a person's details and an import must mean the same mailbox. */
export const foldEmail = (email: string): string => email.trim().toLowerCase();

/**
 * The addresses that are taken: plain letters only, so that no two that look or fold alike belong to different people. The same as the
 * forms' schema (`z.email`).
 */
const ADDRESS = /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

export const isEmail = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);
