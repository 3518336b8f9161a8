/** The version, what a new one brings, and when it may come by itself. */
import { useEffect } from 'react';
import type { UpdateStatus } from '../../store/contract-types.ts';
import { Choice } from '../dialogs/choice.tsx';
import { fullTime } from '../format.ts';
import { sizeText } from '../models/figures.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

export function UpdatesPart() {
  const t = useWords();
  const { loadUpdates } = useActions();
  const updates = useWindow(state => state.system.updates);
  useEffect(() => void loadUpdates(), [loadUpdates]);
  if (updates === undefined) return <p className="faint">{t('system.loading')}</p>;
  return (
    <>
      <Version updates={updates} />
      <Wishes updates={updates} />
    </>
  );
}

interface Props {
  readonly updates: UpdateStatus;
}

function Version({ updates }: Props) {
  const t = useWords();
  const language = useLanguage();
  const { checkForUpdate, acknowledgeUpdate } = useActions();
  const { version, step, nothing, checkedAtMs, isConfigured, error } = updates;
  return (
    <section aria-labelledby="system-updates" data-testid="updates">
      <h2 id="system-updates">{t('update.title', { version })}</h2>
      <div aria-live="polite">
        <p data-testid="update-step">
          {step === 'idle' && nothing !== undefined
            ? t(`update.nothing.${nothing}`)
            : t(`update.step.${step}`)}
        </p>
        {error !== undefined && (
          <p className="remark-error">
            {error.message} {error.hint}
          </p>
        )}
      </div>
      <Offer updates={updates} />
      {!isConfigured && <p className="faint">{t('update.notConfigured')}</p>}
      <div className="system-line">
        <button
          type="button"
          className="button"
          disabled={!isConfigured || step === 'checking' || step === 'downloading'}
          onClick={() => void checkForUpdate()}
          data-testid="update-check"
        >
          {t('update.check')}
        </button>
        {step === 'rolled-back' && (
          <button type="button" className="button" onClick={() => void acknowledgeUpdate()}>
            {t('update.understood')}
          </button>
        )}
        {checkedAtMs !== undefined && (
          <span className="faint">{t('update.checkedAt', { time: fullTime(checkedAtMs, language) })}</span>
        )}
      </div>
    </section>
  );
}

function Offer({ updates }: Props) {
  const t = useWords();
  const language = useLanguage();
  const { downloadUpdate, installUpdate, skipUpdate } = useActions();
  const { offer, step, doneBytes = 0, packageKind } = updates;
  if (offer === undefined) return null;
  const size = sizeText(offer.bytes, language, t);
  return (
    <div className="update-offer" data-testid="update-offer">
      <h3>{t('update.offer', { version: offer.version, size })}</h3>
      <p className="update-notes">{offer.notes[language]}</p>
      {step === 'downloading' && (
        <progress value={doneBytes} max={offer.bytes} aria-label={t('update.step.downloading')} />
      )}
      {packageKind === undefined && <p className="faint">{t('update.notPackaged')}</p>}
      <div className="system-line">
        {step === 'available' && packageKind !== undefined && (
          <button type="button" className="button" onClick={() => void downloadUpdate()}>
            {t('update.download')}
          </button>
        )}
        {step === 'ready' && (
          <button type="button" className="button" onClick={() => void installUpdate()}>
            {t('update.install')}
          </button>
        )}
        {(step === 'available' || step === 'ready') && (
          <button type="button" className="button" onClick={() => void skipUpdate(offer.version)}>
            {t('update.skip')}
          </button>
        )}
      </div>
    </div>
  );
}

function Wishes({ updates: { settings } }: Props) {
  const t = useWords();
  const { setUpdates } = useActions();
  const set = (part: Partial<UpdateStatus['settings']>): void => void setUpdates({ ...settings, ...part });
  return (
    <section aria-labelledby="system-update-wishes">
      <h2 id="system-update-wishes">{t('update.wishes')}</h2>
      <p className="faint">{t('update.wishesText')}</p>
      <Choice
        label={t('update.mode')}
        value={settings.mode}
        options={(['off', 'tell', 'automatic'] as const).map(one => [one, t(`update.modes.${one}`)] as const)}
        onChange={mode => set({ mode })}
      />
      <Choice
        label={t('update.channel')}
        value={settings.channel}
        options={(['stable', 'beta'] as const).map(one => [one, t(`update.channels.${one}`)] as const)}
        onChange={channel => set({ channel })}
      />
      <Switch label={t('update.atNight')} isOn={settings.atNight} onChange={atNight => set({ atNight })} />
      <Switch
        label={t('update.onMetered')}
        isOn={settings.onMetered}
        onChange={onMetered => set({ onMetered })}
      />
    </section>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ label, isOn, onChange }: SwitchProps) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={event => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
