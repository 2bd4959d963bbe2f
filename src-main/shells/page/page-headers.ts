import { randomBytes } from 'node:crypto';

/** A nonce for the styles of one load of the page. */
export function createNonce(): string {
  return randomBytes(18).toString('base64url');
}

/**
 * The headers of every response that is part of the page, the same in both shells. Styles carry the load's
 * nonce because the widgets put a style element of their own into the page; scripts come from our files only.
 */
export function pageHeaders(nonce?: string): Readonly<Record<string, string>> {
  return { ...guardHeaders, 'Content-Security-Policy': policy(nonce) };
}

/** The headers of a document that the user takes away: whatever is in it, it runs nothing here. */
export function downloadHeaders(): Readonly<Record<string, string>> {
  return { ...guardHeaders, 'Content-Security-Policy': 'sandbox' };
}

const guardHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), clipboard-read=()',
  'Cache-Control': 'no-store',
} as const;

function policy(nonce: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types okm-worker',
  ].join('; ');
}
