// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/contract/problem.h"
#include "vienlogs/contract/records.h"
#include "vienlogs/contract/registers.h"
#include "vienlogs/contract/session.h"
#include "vienlogs/contract/sync.h"
#include "vienlogs/domain/cases/commands.h"

/// The wire types of the API, as server/api/openapi.yaml describes them, one header a subject. codec.h turns
/// them into JSON and back.
namespace vienlogs::contract {}
