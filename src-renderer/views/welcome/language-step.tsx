/** The language, and a first question that is answered aloud: the shortest way to hear what this is. */
import type { OrbShape } from '../../orb/orb-state.ts';
import type { Language } from '../../store/contract-types.ts';
import { Core } from '../dock/core.tsx';
import { useActions, useWindow, useWordList, useWords } from '../window-context.tsx';
import { StepTitle } from './step-title.tsx';

const languages: readonly Language[] = ['fr', 'en'];

export function LanguageStep() {
  const t = useWords();
  const { changeProfile } = useActions();
  const profile = useWindow(state => state.profile);
  const names = { fr: t('french'), en: t('english') };
  return (
    <>
      <StepTitle title={t('welcome.hello')} text={t('welcome.helloText')} />
      <div role="radiogroup" className="choice welcome-languages" aria-label={t('welcome.step.language')}>
        {languages.map(language => (
          <label key={language} lang={language}>
            <input
              type="radio"
              name="welcome-language"
              checked={profile?.language === language}
              onChange={() => profile && void changeProfile(profile.id, profile.name, language)}
            />
            <span>{names[language]}</span>
          </label>
        ))}
      </div>
      <FirstQuestion />
    </>
  );
}

function FirstQuestion() {
  const t = useWords();
  const { askAloud } = useActions();
  const questions = useWordList('welcomeQuestions');
  const isRunning = useWindow(state => state.running.has(state.open.id));
  const answer = useWindow(({ open }) => {
    const last = open.messages.get(open.order.at(-1) ?? '');
    return last?.role === 'assistant' ? last.text : undefined;
  });
  return (
    <>
      <Speaking isThinking={isRunning} />
      <p
        className="welcome-answer"
        role="status"
        aria-label={t('welcome.answer')}
        data-testid="welcome-answer"
      >
        {isRunning ? t('welcome.answering') : answer}
      </p>
      <p className="faint">{t('welcome.try')}</p>
      <div className="choice">
        {questions.map(question => (
          <button
            key={question}
            type="button"
            className="button"
            disabled={isRunning}
            onClick={() => void askAloud(question)}
            data-testid="welcome-question"
          >
            {question}
          </button>
        ))}
      </div>
    </>
  );
}

function Speaking({ isThinking }: { isThinking: boolean }) {
  const speaking = useWindow(state => state.voice.speaking);
  const shape: OrbShape = speaking ? 'speaking' : isThinking ? 'thinking' : 'idle';
  return (
    <div className="welcome-core" data-shape={shape}>
      <Core shape={shape} isPrivate={false} />
    </div>
  );
}
