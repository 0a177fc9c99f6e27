/**
 * OpenAI and every server that speaks its HTTP API. The format is that of
 * <a href="https://platform.openai.com/docs/api-reference">OpenAI's reference</a>; answers are streamed as
 * <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent events</a>.
 */
package io.spellmesh.completion.openai;
