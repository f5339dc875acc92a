/** What the domains of this application add, merged: inject it as a `Required<Manifest>`. */
export const MANIFEST = 'MANIFEST';
