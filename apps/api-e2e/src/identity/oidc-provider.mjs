import { Provider } from 'oidc-provider';

// A provider for tests, on loopback: argv = port, address of the portal's callback, persons as JSON.
const [port, callback, persons] = process.argv.slice(2);
const known = JSON.parse(persons);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'wir', client_secret: 'secret-of-the-test', redirect_uris: [callback] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  findAccount: (_ctx, sub) => ({
    accountId: sub,
    claims: async () => ({ sub, ...known[sub] }),
  }),
});
provider.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
