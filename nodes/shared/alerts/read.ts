import { parseJson } from '../form/given';
import type { Parameters } from '../form/parameters';
import { beginningOf } from '../ground/characters';
import type { Alert } from './alert';
import { AUTOMATIC, GENERIC } from './form';
import { alertOf, labelsOf, linksOf, severityOf, textOrNull } from './reading';
import { alertsIn, type Sent } from './recognise';
import { filledIn, PLACEHOLDERS, unknownIn } from './template';
import { detailsOf, fitted, keyOf, type Told } from './told';

/**
 * The alerts of one item, as they are to be sent on, in their order. Pure.
 * @throws FormIssue for what is no alert, and for a template that names what no alert has
 */
export function readAlerts(parameters: Parameters): Told[] {
	const chosen = parameters.option<string>('alertSource') ?? AUTOMATIC;
	const sent =
		chosen === GENERIC
			? [{ from: GENERIC, alert: genericAlert(parameters) }]
			: alertsIn(payloadIn(parameters), chosen === AUTOMATIC ? undefined : chosen);
	const tell = teller(parameters.group('options'));
	return sent.map(tell);
}

/** As the tool has sent it, also as text: some send JSON without saying so. */
function payloadIn(parameters: Parameters): unknown {
	const { parsed, complaint } = parseJson(parameters.raw('alert'));
	if (complaint === undefined) return parsed;
	return parameters.refuse(
		'alert',
		`is not valid JSON: ${complaint}`,
		'Use what the tool has sent, as the Webhook node gives it: {{ $json.body }}',
	);
}

/** An alert whose parts the user has filled in. */
function genericAlert(parameters: Parameters): Alert {
	const parts = parameters.group('alertParts');
	const word = parts.text('severityWord');
	return alertOf({
		tool: 'n8n',
		state: parameters.option('alertState') ?? 'firing',
		title: parameters.text('alertTitle') ?? '',
		fingerprint: parameters.key('alertFingerprint') ?? '',
		text: textOrNull(parts.text('text')),
		severity: severityOf(word),
		toolSeverity: textOrNull(word),
		source: textOrNull(parts.text('affected')),
		service: textOrNull(parts.text('serviceName')),
		startedAt: parts.date('startedAt') ?? null,
		endedAt: parts.date('endedAt') ?? null,
		links: linksOf(['Alert', parts.text('link')]),
		labels: labelsOf(parts.json('labels')),
	});
}

/** What the user has changed about every alert of the item. */
function teller(options: Parameters): (sent: Sent) => Told {
	const title = templateOf(options, 'titleTemplate');
	const text = templateOf(options, 'textTemplate');
	const severity = templateOf(options, 'severityTemplate');
	const fingerprint = templateOf(options, 'fingerprintTemplate');
	const otherwise = options.option<Told['severity']>('severityWhenUnknown') ?? 'critical';
	return ({ from, alert: sent }) => {
		const own = fingerprint?.(sent);
		if (own === '') {
			options.refuse(
				'fingerprintTemplate',
				`gives nothing for the alert "${beginningOf(sent.title, 80)}"`,
				'Name parts that every alert has, such as {source}',
			);
		}
		// The texts may name the severity, as it is sent on.
		const word = severity && severityOf(severity(sent));
		const alert = { ...sent, severity: word ?? sent.severity ?? otherwise };
		const ownText = text?.(alert);
		const told = fitted({
			...alert,
			title: title?.(alert) || alert.title,
			text: ownText === undefined ? alert.text : ownText || null,
			key: keyOf(from, own ?? alert.fingerprint),
		});
		const isWritten = Boolean(ownText && told.text);
		return { ...told, isWritten, details: (isWritten && told.text) || detailsOf(told) };
	};
}

function templateOf(options: Parameters, name: string): ((alert: Alert) => string) | undefined {
	const template = options.text(name);
	if (template === undefined) return;
	const unknown = unknownIn(template);
	if (unknown !== undefined) {
		options.refuse(name, `names ${unknown}, which no alert has`, `Use ${PLACEHOLDERS}`);
	}
	return (alert) => filledIn(template, alert);
}
