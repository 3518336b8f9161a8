/** Reads a whole answer that must be one JSON object. */
import { readText } from './bounded-text.ts';
import type { Exchange } from './http-exchange.ts';
import { asRecord, type JsonRecord, parseJson } from './json-shape.ts';
import { badAnswer, faultOfReading, isPage, type Peer } from './model-fault.ts';

/** A list of thousands of models is well below. */
const bodyLimitChars = 8 * 1024 * 1024;

/** The whole of a JSON answer. Throws `model.bad-answer` where it is not a JSON object. */
export async function readJsonObject(exchange: Exchange, peer: Peer): Promise<JsonRecord> {
  try {
    const text = await readText(exchange.body, bodyLimitChars);
    const fields = asRecord(parseJson(text));
    if (fields === undefined) throw badAnswer(peer, isPage(text) ? 'HTML' : 'JSON');
    exchange.release();
    return fields;
  } catch (error) {
    throw faultOfReading(error, peer);
  }
}
