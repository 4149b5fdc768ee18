import { orElse } from './refused.ts'

type Device = Pick<Navigator, 'userAgent' | 'maxTouchPoints'>

/** Whether it is one of Apple's phones or tablets. A Mac that can be touched is an iPad that says it is a Mac. */
export const isApplePhone = (device: Device = navigator): boolean =>
  orElse(
    () =>
      /iPhone|iPad|iPod/.test(device.userAgent) ||
      (/Macintosh/.test(device.userAgent) && device.maxTouchPoints > 1),
    false,
  )
