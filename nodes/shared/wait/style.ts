import { createHash } from 'node:crypto';

/** Readable on a phone at night: large, calm, and dark where the device is. */
export const STYLE = `:root{color-scheme:light dark;--back:#f4f5f7;--card:#fff;--text:#1b1d22;--soft:#5b6270;--line:#d5d9e0;--yes:#0b6b3a;--no:#a3262a;--on:#fff}
@media(prefers-color-scheme:dark){:root{--back:#0e1014;--card:#171a20;--text:#e6e8ec;--soft:#9aa3b2;--line:#333945;--yes:#2f9e63;--no:#d4575b;--on:#0b0d10}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:1.0625rem/1.5 system-ui,sans-serif;-webkit-text-size-adjust:100%}
main{max-width:40rem;margin:0 auto;padding:1rem}
article{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.25rem}
h1{font-size:1.25rem;line-height:1.35;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:.9375rem;margin:1.25rem 0 .25rem;color:var(--soft)}
p{margin:.5rem 0;overflow-wrap:anywhere}
.soft{color:var(--soft);font-size:.9375rem}
.text{white-space:pre-wrap}
.wrong{border-left:.25rem solid var(--no);padding-left:.75rem;font-weight:600}
pre{margin:.25rem 0;padding:.75rem;border:1px solid var(--line);border-radius:.5rem;white-space:pre-wrap;overflow-wrap:anywhere;font:.9375rem/1.45 ui-monospace,monospace;max-height:45vh;overflow:auto}
a{color:inherit}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
textarea,input{width:100%;font:inherit;color:inherit;background:var(--back);border:1px solid var(--line);border-radius:.5rem;padding:.75rem}
textarea{min-height:5rem}
.buttons{display:flex;gap:.75rem;flex-wrap:wrap;margin-top:1.25rem}
button{flex:1 1 9rem;min-height:3.25rem;font:inherit;font-weight:700;border:2px solid transparent;border-radius:.5rem;padding:.5rem 1rem;cursor:pointer;overflow-wrap:anywhere}
.yes{background:var(--yes);color:var(--on)}
.no{background:transparent;color:var(--no);border-color:var(--no)}
button:focus-visible,textarea:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid var(--text);outline-offset:2px}`;

const HASH = createHash('sha256').update(STYLE).digest('base64');

/** The head of every page. n8n puts its own policy on the last one, the answer to an answer. */
export const HEADERS: { [name: string]: string } = {
	'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
	'X-Frame-Options': 'DENY',
	'X-Content-Type-Options': 'nosniff',
	'X-Robots-Tag': 'noindex, nofollow',
	'Referrer-Policy': 'no-referrer',
	'Cache-Control': 'no-store',
};
