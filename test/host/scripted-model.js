'use strict';

const express = require('express');
const { listen } = require('../support/listen');

/**
 * Stands for a language model, so that an agent in n8n can be tried without one: speaks OpenAI's chat
 * completions, calls the first tool that it is offered with the given arguments, and ends with what
 * the tool has answered.
 *
 * @param {Record<string, unknown>} toolArguments
 * @param {number} [calls] how often it calls the tool before it ends
 */
async function startScriptedModel(toolArguments, calls = 1) {
	/** @type {any[]} */
	const requests = [];
	const app = express();
	app.use(express.json({ limit: '5mb' }));
	app.post('/v1/chat/completions', (request, response) => {
		requests.push(request.body);
		const { messages, tools, stream } = request.body;
		const last = messages[messages.length - 1];
		const answers = messages.filter((/** @type {any} */ { role }) => role === 'tool').length;
		const isAnswered = answers >= calls;
		const message = isAnswered
			? { role: 'assistant', content: `Done: ${JSON.stringify(last.content)}` }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [
						{
							index: 0,
							id: `call_${answers + 1}`,
							type: 'function',
							function: {
								name: tools[0].function.name,
								arguments: JSON.stringify(toolArguments),
							},
						},
					],
				};
		const finish_reason = isAnswered ? 'stop' : 'tool_calls';
		const common = { id: 'chatcmpl-1', created: 0, model: 'scripted' };
		const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
		if (!stream) {
			response.json({
				...common,
				object: 'chat.completion',
				choices: [{ index: 0, message, finish_reason }],
				usage,
			});
			return;
		}
		response.setHeader('content-type', 'text/event-stream');
		for (const choice of [
			{ index: 0, delta: message, finish_reason: null },
			{ index: 0, delta: {}, finish_reason },
		]) {
			const chunk = { ...common, object: 'chat.completion.chunk', choices: [choice] };
			response.write(`data: ${JSON.stringify(chunk)}\n\n`);
		}
		response.end('data: [DONE]\n\n');
	});
	const { origin, close } = await listen(app);
	return { url: `${origin}/v1`, requests, stop: close };
}

module.exports = { startScriptedModel };
