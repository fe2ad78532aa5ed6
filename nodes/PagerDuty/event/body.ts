import type { IDataObject } from 'n8n-workflow';

import { cut, lengthOf } from '../../shared/ground/characters';
import { FormIssue } from '../../shared/ground/failures';
import type { Asked } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { asObject, asText, compact, isObject } from '../../shared/ground/values';

/** docs/facts/pagerduty.md#events-api */
const MOST_SUMMARY = 1024;
const MOST_BYTES = 512 * 1024;
/** `"routing_key":"…",` is added by the credential. */
const KEY_BYTES = 50;

const CUT_NOTICE =
	"Some summaries were longer than the 1,024 characters that PagerDuty takes: the event has their beginning, and the whole text as 'full_summary' among its custom details";

/**
 * The event with the extra fields merged in, within PagerDuty's limits. A summary that is too long is
 * cut rather than refused: PagerDuty would answer it with a 400, and a lost page is worse than a cut
 * text. Everything else that is too long is left to the user.
 * @throws FormIssue naming the field to shorten
 */
export function eventOf(
	path: string,
	body: IDataObject,
	extra: IDataObject | undefined,
): ApiRequest {
	const payload = { ...asObject(body.payload), ...asObject(extra?.payload) };
	const merged = { ...body, ...extra, ...compact({ payload }) };
	const fitted = isTooLong(payload) ? withCutSummary(merged) : merged;
	refuseTooLarge(fitted);
	return { method: 'POST', path, body: fitted };
}

/** What the user is told of an event whose summary was cut. */
export function cutNotice(_: IDataObject[], { parameters }: Asked): string[] {
	const extra = parameters.group('additionalFields').json('extraFields');
	const summary = parameters.declares('summary') ? parameters.text('summary') : undefined;
	return isTooLong({ summary, ...asObject(extra?.payload) }) ? [CUT_NOTICE] : [];
}

function isTooLong({ summary }: IDataObject): boolean {
	return lengthOf(asText(summary) ?? '') > MOST_SUMMARY;
}

/** The fields that an alert and a change have in common. */
export function payloadOf(parameters: Parameters): IDataObject {
	const fields = parameters.group('additionalFields');
	return compact({
		summary: parameters.text('summary'),
		timestamp: fields.date('timestamp'),
		custom_details: fields.json('customDetails'),
	});
}

/** Links and images; empty rows are left out. */
export function extrasOf(fields: Parameters): IDataObject {
	const links = fields.rows('links').map((row) => {
		const link = compact({ href: row.text('href'), text: row.text('text') });
		if (link.text && !link.href) row.refuse('href', 'is empty', 'Fill it in, or remove the link');
		return link;
	});
	const images = fields.rows('images').map((row) => {
		const image = compact({
			src: row.text('src'),
			href: row.text('href'),
			alt: row.text('alt'),
		});
		if (isFilled(image) && !/^https:\/\/./i.test(asText(image.src) ?? '')) {
			row.refuse(
				'src',
				'must begin with https://',
				'PagerDuty shows no other pictures: correct the address, or remove the image',
			);
		}
		return image;
	});
	return compact({ links: links.filter(isFilled), images: images.filter(isFilled) });
}

/** The key of the problem, as it was typed. */
export function keyOf(fields: Parameters): string | undefined {
	return fields.key('dedupKey');
}

function isFilled(row: IDataObject): boolean {
	return Object.keys(row).length > 0;
}

/** The whole text goes along as a custom detail where there is room for it. */
function withCutSummary(body: IDataObject): IDataObject {
	const payload = asObject(body.payload);
	const { summary, custom_details } = payload;
	const whole = String(summary);
	const shortened = { ...body, payload: { ...payload, summary: cut(whole, MOST_SUMMARY - 1) } };
	if (custom_details !== undefined && !isObject(custom_details)) return shortened;
	const details = { full_summary: whole, ...custom_details };
	const full = {
		...shortened,
		payload: { ...shortened.payload, custom_details: details },
	};
	return bytesOf(full) > MOST_BYTES ? shortened : full;
}

function bytesOf(value: unknown): number {
	return Buffer.byteLength(JSON.stringify(value) ?? '') + KEY_BYTES;
}

const LABELS: { [field: string]: string } = {
	custom_details: 'Custom Details (JSON)',
	links: 'Links',
	images: 'Images',
	source: 'Source',
	client: 'Client',
};

function refuseTooLarge(body: IDataObject): void {
	const bytes = bytesOf(body);
	if (bytes <= MOST_BYTES) return;
	const { payload, ...rest } = body;
	const [[largest]] = Object.entries({ ...rest, ...asObject(payload) }).sort(
		([, a], [, b]) => bytesOf(b) - bytesOf(a),
	);
	throw new FormIssue(
		`'${LABELS[largest] ?? largest}' makes the event ${Math.ceil(bytes / 1024)} KB long, and PagerDuty takes ${MOST_BYTES / 1024} KB`,
		'Shorten it: send what the responders need to begin, and a link to the rest.',
	);
}
