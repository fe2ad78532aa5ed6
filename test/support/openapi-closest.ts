import type Ajv from 'ajv';
import type {
	AnySchema,
	DataValidateFunction,
	ErrorObject,
	ValidateFunction,
} from 'ajv/dist/types';

/**
 * Teaches a validator the keyword `closest`: as `anyOf`, but it says what is wrong with the
 * alternatives that fit best, and not with all of them, so that one misfit is one complaint.
 */
export function addClosest(ajv: Ajv): void {
	ajv.addKeyword({
		keyword: 'closest',
		errors: 'full',
		compile: (alternatives: object[], _parent, { schemaEnv }) => {
			const { $defs } = schemaEnv.root.schema as { $defs?: AnySchema };
			// Made when they are needed: an alternative may hold itself.
			const validators: ValidateFunction[] = [];
			const compiled = () => {
				if (!validators.length)
					validators.push(...alternatives.map((one) => ajv.compile({ ...one, $defs })));
				return validators;
			};
			const validate: DataValidateFunction = (data: unknown, context) => {
				const found: ErrorObject[][] = [];
				for (const one of compiled()) {
					if (one(data)) return true;
					found.push(one.errors ?? []);
				}
				const fewest = Math.min(...found.map(({ length }) => length));
				const errors = found
					.filter(({ length }) => length === fewest)
					.flat()
					.map((error) => ({
						...error,
						instancePath: `${context?.instancePath ?? ''}${error.instancePath}`,
					}));
				validate.errors = withEnumsJoined(errors);
				return false;
			};
			return validate;
		},
	});
}

/** Alternatives that each allow one word allow any of these words together. */
function withEnumsJoined(errors: ErrorObject[]): ErrorObject[] {
	const joined = new Map<string, ErrorObject>();
	errors.forEach((error, index) => {
		const isEnum = error.keyword === 'enum';
		const key = isEnum ? `enum ${error.instancePath}` : String(index);
		const known = joined.get(key);
		const allowedValues = [known, error].flatMap((one) => one?.params.allowedValues ?? []);
		joined.set(key, isEnum ? { ...error, params: { allowedValues } } : error);
	});
	return [...joined.values()];
}
