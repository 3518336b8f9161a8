/** The worker of the sound: frames from the audio thread go to the core from here, however busy the page is. */
import type { RawFrame, SoundOrder, SoundReport } from './sound-orders.ts';
import { SoundSender } from './sound-sender.ts';
import { portSoundWire, type SoundWire, webSoundWire } from './sound-wire.ts';

let wire: SoundWire | undefined;

const sender = new SoundSender({
  send: bytes => wire?.send(bytes) ?? false,
  report: (report: SoundReport) => postMessage(report),
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
});

const events = {
  onOpen: () => sender.wireOpened(),
  onReceipt: (number: number) => sender.receipt(number),
  isNeeded: () => sender.isBusy,
};

function listenTo(port: MessagePort): void {
  port.onmessage = ({ data }: MessageEvent<RawFrame>) => sender.frame(data);
}

addEventListener('message', ({ data: order }: MessageEvent<SoundOrder>) => {
  switch (order.kind) {
    case 'wire':
      wire = typeof order.to === 'string' ? webSoundWire(order.to, events) : portSoundWire(order.to, events);
      return;
    case 'source':
      return listenTo(order.port);
    case 'closed':
      return sender.forget();
    case 'begin':
      wire?.need();
      return sender.begin(order.capture);
    case 'pace':
      return sender.pace(order.framesPerBatch);
    case 'plays':
      return sender.plays(order.span);
    case 'silent':
      return sender.silent(order.fromMs);
    default:
      return sender[order.kind](order.capture);
  }
});
