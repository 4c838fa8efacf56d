import { Redirect, Route, Switch } from 'wouter';
import { BackupsPage } from '../backups/BackupsPage.tsx';
import { JournalTrouble } from '../backups/JournalTrouble.tsx';
import { CirclesPage } from '../circles/CirclesPage.tsx';
import { KindWordsPage } from '../exchanges/KindWordsPage.tsx';
import { LookAlikesPage } from '../merge/LookAlikesPage.tsx';
import { MergePage } from '../merge/MergePage.tsx';
import { PeoplePage } from '../people/PeoplePage.tsx';
import { PersonPage } from '../person/PersonPage.tsx';
import { PromisesPage } from '../promises/PromisesPage.tsx';
import { SearchPage } from '../search/SearchPage.tsx';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { ShelfPage } from '../shelf/ShelfPage.tsx';
import { NetworkPage } from '../ties/network/NetworkPage.tsx';
import { EntryPage } from '../timeline/EntryPage.tsx';
import { JournalPage } from '../timeline/JournalPage.tsx';
import { TodayPage } from '../today/TodayPage.tsx';
import { TransferPage } from '../transfer/TransferPage.tsx';
import { TrashPage } from '../trash/TrashPage.tsx';

/** Which page stands at which place. Pages that are about one thing begin afresh for another. */
export function Routes() {
  return (
    <>
      <JournalTrouble />
      <Switch>
        <Route path="/" component={JournalPage} />
        <Route path="/today" component={TodayPage} />
        <Route path="/entry/:id">{({ id }) => <EntryPage key={id} id={id} />}</Route>
        <Route path="/people" component={PeoplePage} />
        <Route path="/circles" component={CirclesPage} />
        <Route path="/kind-words" component={KindWordsPage} />
        <Route path="/network" component={NetworkPage} />
        <Route path="/look-alikes" component={LookAlikesPage} />
        <Route path="/merge/:id/:otherId?">
          {({ id, otherId }) => <MergePage key={`${id} ${otherId}`} id={id} otherId={otherId} />}
        </Route>
        <Route path="/person/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
        <Route path="/promises" component={PromisesPage} />
        <Route path="/shelf" component={ShelfPage} />
        <Route path="/search" component={SearchPage} />
        <Route path="/transfer" component={TransferPage} />
        <Route path="/backups" component={BackupsPage} />
        <Route path="/trash" component={TrashPage} />
        <Route path="/settings" component={SettingsPage} />
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </>
  );
}
