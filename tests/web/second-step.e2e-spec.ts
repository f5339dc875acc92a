import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { read, send } from './support/api';
import { accounts } from './support/demo';
import { expect, test, type Journey } from './support/journey';
import { look } from './support/look';
import { linkIn, mailTo } from './support/mail';

const PASSWORD = 'gravel sofa pelican mist';
const WIDTHS = [320, 1440];

/** Somebody new with a password, of whom no other journey knows. */
async function somebody(journey: Journey, name: string): Promise<string> {
  const { email: admin } = accounts.find(({ role }) => role === 'Administrator')!;
  const email = `${name}.${Date.now().toString(36)}@example.org`;
  const { request } = (await journey.open(admin)).context();
  const { provider } = await read<{ provider: { id: string } }>(request, '/session');
  const place = { providerId: provider.id, role: 'programme_staff', scopeKind: 'provider', scopeId: provider.id };
  await send(request, 'post', '/invitations', { givenName: name, familyName: 'Marsh', email, ...place });
  const token = new URL(linkIn(await mailTo(email, /accept the invitation/))).searchParams.get('token');
  await send((await journey.open(null)).context().request, 'post', '/invitation-acceptances', { token, password: PASSWORD });
  return email;
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in?next=/account');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function keepCodes(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show new recovery codes' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: /^\s*([0-9A-Z]{6}-){3}[0-9A-Z]{6}\s*$/ })).toHaveCount(10);
  const code = await page.locator('.recovery-codes code').first().innerText();
  await look(page, { widths: WIDTHS });
  await page.getByRole('button', { name: 'I have kept these codes' }).click();
  return code;
}

const manage = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Manage your second step' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Second step' })).toBeVisible();
};

test('somebody sets up an authenticator app and signs in with its code, and with a recovery code', async ({ journey }) => {
  const email = await somebody(journey, 'Tamsin');
  const page = await journey.open(null);
  await signIn(page, email);
  await manage(page);
  await look(page, { widths: WIDTHS });
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await expect(page.getByRole('img', { name: 'Square code for your authenticator app' })).toBeVisible();
  await look(page, { widths: WIDTHS });
  const totp = new TOTP({ secret: Secret.fromBase32((await page.locator('.key').innerText()).replaceAll(' ', '')) });
  await page.getByLabel('Code from your app').fill('000000');
  await page.getByRole('button', { name: 'Check the code' }).click();
  await expect(page.locator('#code-error')).toContainText('The code is not correct');
  await page.getByLabel('Code from your app').fill(totp.generate());
  await page.getByRole('button', { name: 'Check the code' }).click();
  await expect(page.getByText('Authenticator app', { exact: true })).toBeVisible();
  const recovery = await keepCodes(page);

  const elsewhere = await journey.open(null);
  await signIn(elsewhere, email);
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Confirm that it is you' })).toBeVisible();
  await look(elsewhere, { widths: WIDTHS });
  await elsewhere.getByLabel('Code').fill('000000');
  await elsewhere.getByRole('button', { name: 'Continue' }).click();
  await expect(elsewhere.locator('#code-error')).toContainText('The code is not correct');
  // The code of the next half minute: the one of this one has been used.
  await elsewhere.getByLabel('Code').fill(totp.generate({ timestamp: Date.now() + 30_000 }));
  await elsewhere.getByRole('button', { name: 'Continue' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Your details' })).toBeVisible();

  const lost = await journey.open(null);
  await signIn(lost, email);
  await lost.getByLabel('Code').fill(recovery.toLowerCase());
  await lost.getByRole('button', { name: 'Continue' }).click();
  await expect(lost.getByRole('heading', { level: 1, name: 'Your details' })).toBeVisible();
});

test('somebody adds a passkey and signs in with it', async ({ journey }) => {
  const email = await somebody(journey, 'Piran');
  const page = await journey.open(null);
  const authenticator = await page.context().newCDPSession(page);
  await authenticator.send('WebAuthn.enable');
  await authenticator.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, email);
  await manage(page);
  await page.getByLabel('Name for this passkey').fill('Work laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('Passkey: Work laptop')).toBeVisible();
  await keepCodes(page);
  await look(page, { widths: WIDTHS });

  await send(page.context().request, 'delete', '/session');
  await signIn(page, email);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your details' })).toBeVisible();
  await manage(page);
  await expect(page.getByText(/last used/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove the passkey Work laptop' }).click();
  await expect(page.getByText('Passkey: Work laptop')).toBeHidden();
});
