// The copy of the interactive parts: one chunk a language, loaded when a flow starts.
import check from '../../../locales/da/check.json'
import common from '../../../locales/da/common.json'
import offline from '../../../locales/da/offline.json'
import replies from '../../../locales/da/replies.json'
import request from '../../../locales/da/request.json'
import urgent from '../../../locales/da/urgent.json'

export const copy = { check, common, offline, replies, request, urgent }
