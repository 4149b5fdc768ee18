// The copy of every interactive page, and of the notices on the others.
import common from '../../../locales/da/common.json'
import offline from '../../../locales/da/offline.json'
import request from '../../../locales/da/request.json'
import urgent from '../../../locales/da/urgent.json'

export const copy = { common, offline, request, urgent }
