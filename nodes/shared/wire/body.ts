import { isObject } from '../ground/values';
import { LIMITS } from './retry';

/** Code of an answer that is larger than what is read. */
export const TOO_LARGE = 'REPLY_TOO_LARGE';

/** What an answer holds, or the code and the text for why it could not be read to its end. */
export type ReadBody = { body: unknown; code?: undefined } | { code: string; text: string };

/**
 * Reads the answer of n8n's request helper, which comes as a stream: only so can its size be bounded,
 * counted as it is unpacked. JSON is parsed, anything else stays text. Never throws.
 */
export async function readBody(stream: unknown): Promise<ReadBody> {
	if (!isStream(stream)) return { body: stream };
	const chunks: Buffer[] = [];
	let bytes = 0;
	try {
		for await (const chunk of stream) {
			chunks.push(Buffer.from(chunk));
			bytes += chunk.length;
			// Leaving the loop destroys the stream, and with it the connection.
			if (bytes > LIMITS.replyBytes) return { code: TOO_LARGE, text: tooLarge() };
		}
	} catch (error) {
		const { code, message } = isObject(error) ? error : {};
		return { code: String(code ?? 'ECONNRESET'), text: String(message ?? 'the answer broke off') };
	}
	return { body: parsed(new TextDecoder().decode(Buffer.concat(chunks))) };
}

function tooLarge(): string {
	const size = Math.round(LIMITS.replyBytes / 1024 / 1024);
	return `the answer has more than ${size} MB`;
}

function isStream(value: unknown): value is AsyncIterable<Uint8Array> {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
