/** Where the small networks lie that come with the program: they need no download and belong to no setting. */
import { fileURLToPath } from 'node:url';

/** The same from the sources and from the built program; native code cannot read inside a packed archive. */
const folder = fileURLToPath(new URL('../../models/', import.meta.url)).replace(
  'app.asar',
  'app.asar.unpacked',
);

export const activityModelPath = `${folder}vad/silero_vad.onnx`;
export const wakeModelPath = `${folder}wakeword/jarvis-own/jarvis_stream_v1.onnx`;
