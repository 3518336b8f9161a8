/** Whose window it is; another person switches here. */
import { Icon } from '../icons.tsx';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../menu.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function ProfileMenu() {
  const t = useWords();
  const { goTo, switchProfile, showDialog } = useActions();
  const profile = useWindow(state => state.profile);
  const profiles = useWindow(state => state.profiles);
  if (profile === undefined) return null;
  const button = (
    <button
      type="button"
      className="bar-button profile-button"
      title={t('profile')}
      aria-label={t('frame.profileOf', { name: profile.name })}
      data-testid="profile-menu"
    >
      <Icon name="person" />
      <span className="bar-button-text">{profile.name}</span>
    </button>
  );
  return (
    <Menu button={button}>
      <MenuLabel>{t('profile')}</MenuLabel>
      {profiles.map(one => (
        <MenuChoice key={one.id} checked={one.id === profile.id} onSelect={() => void switchProfile(one.id)}>
          <span className="grow">{one.name}</span>
          <span className="faint">{one.language === 'fr' ? t('french') : t('english')}</span>
        </MenuChoice>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => showDialog('add-profile')}>{t('addProfile')}</MenuItem>
      <MenuItem onSelect={() => goTo('settings')}>{t('settings')}</MenuItem>
    </Menu>
  );
}
