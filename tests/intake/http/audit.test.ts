import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { auditAnswer } from '../../../src/core/contract/index.ts'
import { isLeader } from '../../../src/intake/staff/team.ts'
import { problemOf, requestOf, sealedText, signedIn, slotOf, startTestIntake, token } from './intake.ts'

test('every call of a member that changes something leaves its line', async () => {
  const intake = await startTestIntake()
  const { app, clock } = intake
  const headers = await signedIn(intake)
  const post = requestOf(token())
  await app.inject({ method: 'POST', url: '/api/requests', body: post })
  const of = `/api/staff/requests/${post.id}`
  const slot = slotOf(clock)
  const call = async (method: 'POST' | 'DELETE', url: string, body?: object) => {
    expect((await app.inject({ method, url, headers, ...(body && { body }) })).statusCode).toBeLessThan(300)
  }
  await call('POST', `${of}/replies`, { id: randomUUID(), sealed: sealedText() })
  await call('POST', `${of}/notes`, { id: randomUUID(), sealed: sealedText() })
  await call('POST', `${of}/state`, { from: 'answered', state: 'closed' })
  await call('POST', `${of}/exported`)
  await call('POST', '/api/staff/requests/state', {
    state: 'junk',
    requests: [{ id: post.id, from: 'closed' }],
  })
  await call('POST', '/api/staff/slots', { slots: [slot] })
  await call('DELETE', '/api/staff/slots', { ids: [slot.id] })
  const { entries } = auditAnswer.parse((await app.inject({ url: '/api/staff/audit', headers })).json())
  expect(entries.reverse().map(({ act, who }) => [act, who])).toEqual(
    ['signed-in', 'replied', 'noted', 'moved', 'exported', 'moved', 'times-published', 'times-withdrawn'].map(
      act => [act, 'Alva'],
    ),
  )
  await call('DELETE', '/api/staff/session')
  expect((await intake.store.audit()).entries[0]).toMatchObject({ act: 'signed-out' })
})

test('an export of what is not there is none, and a page of the log is named by a number', async () => {
  const intake = await startTestIntake()
  const headers = await signedIn(intake)
  const url = `/api/staff/requests/${randomUUID()}/exported`
  expect(problemOf(await intake.app.inject({ method: 'POST', url, headers }))).toBe('not-found')
  const wrong = await intake.app.inject({ url: '/api/staff/audit?before=x', headers })
  expect([problemOf(wrong), wrong.json().field]).toEqual(['unacceptable', 'before'])
})

test('the log is for leaders; where nobody is one, it is everybody’s', () => {
  const member = { name: 'Alva', signing: token(), recipient: 'age1', wrapped: [] }
  const leader = { ...member, role: 'leader' } as const
  expect(isLeader(member, [member])).toBe(true)
  expect(isLeader(member, [member, leader])).toBe(false)
  expect(isLeader({ ...member, role: 'member' }, [leader])).toBe(false)
  expect(isLeader(leader, [member, leader])).toBe(true)
})
