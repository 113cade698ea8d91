/** One secret or private value of each kind that may cross the client. */
export const SECRETS = {
  session: '0f3c9be21d7a44c8b6e0a91f5d2c7788',
  keyId: 'AKTPMjFlYzQ4ZTI5ZmQ0NDA3NTg2',
  secretKey: 'q9Zr+T1xV/8mWc2LkPp0sQ==',
  token: 'STS2eyJMVEFjY2Vzc0tleUlkIjoiQUtMVE5qUmtPRGsifQ',
  signature: '6b1f0f7d2c9e4a55b3d8c0e1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5',
  spaceKey: 'SpaceKey/tb4s082cfz/0/:version:v2:eyJhbGciOiJIUzI1NiJ9.c2VjcmV0',
  submitId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  historyId: '7512345678901234567',
  uid: '4068613291345678',
  picture: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ',
  storeUri: 'tos-cn-i-tb4s082cfz/0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  pageAddress: 'https://diary.example.org/2026/my-private-page?user=alice#top',
  resultLink:
    'https://p3-sign.byteimg.com/tos-cn-i/0a1b2c.png?x-signature=Zm9vYmFyYmF6&x-expires=1795359580',
  logId: '20261128212345010203040506070809AB',
  name: 'Alice Liddell',
  chineseName: '爱丽丝的账号',
  email: 'alice@example.org',
  phone: '13800138000',
  balance: '987654',
  message: 'signature of alice does not match',
  privateHost: 'nas.alice.home',
} as const;
/** Every spelling under which a secret could hide. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const shifted = [0, 1, 2].map((pad) => {
    const text = Buffer.concat([Buffer.alloc(pad, 97), bytes]).toString('base64');
    // The first and last groups depend on the neighbours.
    return text.slice(pad === 0 ? 0 : 4, -4);
  });
  return [
    secret,
    secret.toUpperCase(),
    secret.toLowerCase(),
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    ...shifted,
  ].filter((text) => text.length > 5);
}

/** Kinds of the secrets that a text holds, in any spelling. */
export function leaks(text: string): string[] {
  return Object.entries(SECRETS).flatMap(([kind, secret]) =>
    spellings(secret).some((spelling) => text.includes(spelling)) ? [kind] : [],
  );
}
