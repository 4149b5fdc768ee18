import { expect, test } from 'vitest'
import { changeOf, fieldsOf, namesOf } from '../../../src/inbox/slots/edit.ts'
import { slot } from '../made-up.ts'

const free = { ...slot('t', '2126-11-26T12:00:00Z', []), seats: 1, room: 'Rum 2' }
const booked = { ...free, bookings: slot('t', '2126-11-26T12:00:00Z', ['a']).bookings }
const course = {
  ...free,
  kind: 'relatives-course' as const,
  seats: 8,
  dates: ['2126-11-26T12:00:00Z', '2126-12-03T12:00:00Z'].map(startsAt => ({ startsAt, minutes: 120 })),
}

test('day and hour are asked for as long as nobody has booked it, and not of a course of several days', () => {
  expect(namesOf(free)).toEqual(['date', 'time', 'minutes', 'room', 'counsellor'])
  expect(namesOf(booked)).toEqual(['room', 'counsellor'])
  expect(namesOf(course)).toEqual(['seats', 'room', 'counsellor'])
})

test('the fields stand filled with the time on the Danish clock, a course with its further dates', () => {
  expect(fieldsOf(free)).toMatchObject({ date: '2126-11-26', time: '13:00', more: [], room: 'Rum 2' })
  expect(fieldsOf(course)).toMatchObject({
    date: '2126-11-26',
    more: [{ date: '2126-12-03', time: '13:00' }],
    minutes: '120',
    seats: '8',
  })
})

test('only what may be changed is changed, and what it was goes along', () => {
  const dates = [{ startsAt: '2126-11-27T09:00:00Z', minutes: 30 }]
  const post = { id: 't', kind: free.kind, dates, place: free.place, seats: 1 }
  const fields = { ...fieldsOf(free), seats: '6', room: ' ', counsellor: ' Mette ' }
  const was = { dates: free.dates, place: free.place, seats: 1, room: 'Rum 2' }
  const rest = { place: free.place, seats: 1, counsellor: 'Mette', was }
  expect(changeOf(free, fields, post)).toEqual({ dates, ...rest })
  expect(changeOf(free, fields, undefined)).toEqual({ dates: free.dates, ...rest })
  expect(changeOf(booked, fields, post)).toEqual({ dates: free.dates, ...rest })
  expect(changeOf(course, fields, post)).toMatchObject({ dates: course.dates, seats: 6 })
})
