/** What the tests of every domain need of one of them: whoever calls is signed in by identity. */
export { signedIn } from '@waymark/identity/testing/identity.factories';
