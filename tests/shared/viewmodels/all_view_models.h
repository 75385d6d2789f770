// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/viewmodels/app_view_model.h"
#include "vienlogs/viewmodels/cases_view_model.h"
#include "vienlogs/viewmodels/contact_view_model.h"
#include "vienlogs/viewmodels/day_view_model.h"
#include "vienlogs/viewmodels/devices_view_model.h"
#include "vienlogs/viewmodels/done_view_model.h"
#include "vienlogs/viewmodels/form_view_model.h"
#include "vienlogs/viewmodels/help_view_model.h"
#include "vienlogs/viewmodels/login_view_model.h"
#include "vienlogs/viewmodels/need_view_model.h"
#include "vienlogs/viewmodels/palette_view_model.h"
#include "vienlogs/viewmodels/pay_view_model.h"
#include "vienlogs/viewmodels/readers_view_model.h"
#include "vienlogs/viewmodels/reversal_view_model.h"
#include "vienlogs/viewmodels/scan_view_model.h"
#include "vienlogs/viewmodels/sending_view_model.h"
#include "vienlogs/viewmodels/services_view_model.h"
#include "vienlogs/viewmodels/sign_view_model.h"
#include "vienlogs/viewmodels/sync_view_model.h"
