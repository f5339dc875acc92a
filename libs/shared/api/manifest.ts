/** What the domains of this application add, merged: inject it as a `Manifest`. */
export const MANIFEST = 'MANIFEST';
