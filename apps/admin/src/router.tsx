import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { parseSearch, stringifySearch, type Search } from './address'
import { Failure } from './shell/failure'
import { NotFound } from './shell/not-found'
import { Shell } from './shell/shell'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Failure })

const texts = (search: Readonly<Record<string, unknown>>): Search =>
  Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  )

/** Answers without a server: its code does not load the GraphQL client. */
const calculator = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: texts,
  component: lazyRouteComponent(() => import('./calculator/calculator-page'), 'CalculatorPage'),
})

const grants = createRoute({
  getParentRoute: () => root,
  path: '/grants',
  validateSearch: texts,
  component: lazyRouteComponent(() => import('./grants/grants-page'), 'GrantsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([calculator, grants]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
