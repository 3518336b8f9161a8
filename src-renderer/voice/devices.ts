/** The machine's microphones and loudspeakers by the names that the person knows them by. */
import { MicrophoneError, microphoneError } from './microphone-error.ts';

export type Devices = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;

export interface Input {
  readonly stream: MediaStream;
  readonly label: string;
  /** False: the chosen one is not there, this is another. */
  readonly isChosen: boolean;
}

/** Echo cancellation matters most: the answer comes from the loudspeaker beside it. */
const wanted: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  channelCount: 1,
};

/** Of this page. Throws MicrophoneError `unsupported` where a page may not have any. */
export function pageDevices(): MediaDevices {
  // Absent on pages that are not of a secure origin, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new MicrophoneError('unsupported');
  return devices;
}

/** Opens the microphone of this name, or the system's when it has none or it is not there. Throws MicrophoneError. */
export async function openInput(devices: Devices, label: string | undefined): Promise<Input> {
  try {
    const chosen = await openNamed(devices, label);
    if (chosen !== undefined) return chosen;
    const input = inputOf(await devices.getUserMedia({ audio: wanted }), label);
    if (input.isChosen) return input;
    // Names are told only to a page that was let in, which it is by now.
    const late = await openNamed(devices, label);
    if (late === undefined) return input;
    closeStream(input.stream);
    return late;
  } catch (error) {
    throw microphoneError(error);
  }
}

async function openNamed(devices: Devices, label: string | undefined): Promise<Input | undefined> {
  const deviceId = await idOf(devices, 'audioinput', label);
  if (deviceId === undefined) return undefined;
  try {
    const stream = await devices.getUserMedia({ audio: { ...wanted, deviceId: { exact: deviceId } } });
    return { ...inputOf(stream, label), isChosen: true };
  } catch (error) {
    // Gone between the two calls: another one will do.
    if (microphoneError(error).fault === 'absent') return undefined;
    throw error;
  }
}

function inputOf(stream: MediaStream, wantedLabel: string | undefined): Input {
  const label = stream.getAudioTracks()[0]?.label ?? '';
  return { stream, label, isChosen: wantedLabel === undefined || label === wantedLabel };
}

export function closeStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.onmute = null;
    track.stop();
  }
}

type Kind = 'audioinput' | 'audiooutput';

/** Undefined when there is no such device, or names are not told to this page. */
export async function idOf(
  devices: Devices,
  kind: Kind,
  label: string | undefined,
): Promise<string | undefined> {
  if (label === undefined) return undefined;
  return (await named(devices, kind)).find(device => device.label === label)?.deviceId;
}

/** The names of all devices of a kind; none before the page was let in. */
export async function labelsOf(devices: Devices, kind: Kind): Promise<readonly string[]> {
  return [...new Set((await named(devices, kind)).map(({ label }) => label))];
}

/** Without the browser's own aliases of the system's choice. */
async function named(devices: Devices, kind: Kind): Promise<readonly MediaDeviceInfo[]> {
  const all = await devices.enumerateDevices();
  return all.filter(
    device =>
      device.kind === kind && device.label !== '' && !/^(default|communications)$/.test(device.deviceId),
  );
}
