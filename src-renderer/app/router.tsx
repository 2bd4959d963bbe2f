import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { CompareAddress } from '../features/compare/address.ts';
import { FrameworkAddress } from '../features/framework/address.ts';
import { LibraryAddress } from '../features/library/address.ts';
import { LibraryScreen } from '../features/library/library-screen.tsx';
import { NotesAddress } from '../features/notes/address.ts';
import { OwnAddress } from '../features/own/address.ts';
import { PacketsAddress } from '../features/packets/address.ts';
import { MatrixAddress, PlacesAddress } from '../features/pictures/address.ts';
import { PrecedentsAddress } from '../features/precedents/address.ts';
import { ReaderAddress } from '../features/reader/address.ts';
import { SettingsAddress } from '../features/settings/address.ts';
import { StudyAddress } from '../features/study/address.ts';
import type { Pulse } from './api/changes.ts';
import { Missing } from './shell/missing.tsx';
import { ScreenCrash } from './shell/screen-crash.tsx';
import { Shell } from './shell/shell.tsx';

interface RouterContext {
  /** The address of the last time, to which a start without one goes back. */
  readonly startAt: string;
  readonly pulse: Pulse;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: Missing,
});

/** Places that a start may go back to. */
const PLACES =
  /^\/(library|matrix|places|case|compare|packets|study|notes|framework|own|precedents|settings)\b/;

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    // Only addresses of this program: a settings file may hold anything.
    if (PLACES.test(context.startAt)) {
      redirect({ href: context.startAt, replace: true, throw: true });
      return;
    }
    redirect({ to: '/library', search: {}, replace: true, throw: true });
  },
});

const library = createRoute({
  getParentRoute: () => rootRoute,
  path: '/library',
  validateSearch: LibraryAddress,
  component: LibraryScreen,
});

const reader = createRoute({
  getParentRoute: () => rootRoute,
  path: '/case/$caseId',
  validateSearch: ReaderAddress,
  component: lazyRouteComponent(() => import('../features/reader/reader-screen.tsx'), 'ReaderScreen'),
});

const matrix = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matrix',
  validateSearch: MatrixAddress,
  component: lazyRouteComponent(() => import('../features/pictures/matrix-screen.tsx'), 'MatrixScreen'),
});

const places = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places',
  validateSearch: PlacesAddress,
  component: lazyRouteComponent(() => import('../features/pictures/places-screen.tsx'), 'PlacesScreen'),
});

const compare = createRoute({
  getParentRoute: () => rootRoute,
  path: '/compare/{-$comparisonId}',
  validateSearch: CompareAddress,
  component: lazyRouteComponent(() => import('../features/compare/compare-screen.tsx'), 'CompareScreen'),
});

const packets = createRoute({
  getParentRoute: () => rootRoute,
  path: '/packets/{-$packetId}',
  validateSearch: PacketsAddress,
  component: lazyRouteComponent(() => import('../features/packets/packets-screen.tsx'), 'PacketsScreen'),
});

const study = createRoute({
  getParentRoute: () => rootRoute,
  path: '/study',
  validateSearch: StudyAddress,
  component: lazyRouteComponent(() => import('../features/study/study-screen.tsx'), 'StudyScreen'),
});

const notes = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notes',
  validateSearch: NotesAddress,
  component: lazyRouteComponent(() => import('../features/notes/notes-screen.tsx'), 'NotesScreen'),
});

const precedents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/precedents',
  validateSearch: PrecedentsAddress,
  component: lazyRouteComponent(
    () => import('../features/precedents/precedents-screen.tsx'),
    'PrecedentsScreen',
  ),
});

const own = createRoute({
  getParentRoute: () => rootRoute,
  path: '/own',
  validateSearch: OwnAddress,
  component: lazyRouteComponent(() => import('../features/own/own-screen.tsx'), 'OwnScreen'),
});

const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  validateSearch: SettingsAddress,
  component: lazyRouteComponent(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen'),
});

const framework = createRoute({
  getParentRoute: () => rootRoute,
  path: '/framework',
  validateSearch: FrameworkAddress,
  component: lazyRouteComponent(
    () => import('../features/framework/framework-screen.tsx'),
    'FrameworkScreen',
  ),
});

const gallery = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gallery',
  component: lazyRouteComponent(() => import('../features/gallery/gallery-screen.tsx'), 'GalleryScreen'),
});

const routeTree = rootRoute.addChildren([
  start,
  library,
  reader,
  matrix,
  places,
  compare,
  packets,
  study,
  notes,
  own,
  framework,
  precedents,
  settings,
  gallery,
]);

/** The places of the program and their addresses, after the hash so that every shell can serve one page. */
export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    history: createHashHistory(),
    defaultErrorComponent: ScreenCrash,
    defaultPreload: false,
    // Screens restore their own places: the list and the text scroll inside the window, not with it.
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
