// The copy of every interactive page, and of the notices on the others.
import common from '../../../locales/en/common.json'
import line from '../../../locales/en/line.json'
import offline from '../../../locales/en/offline.json'
import request from '../../../locales/en/request.json'

export const copy = { common, line, offline, request }
