// Written by `npm run api` from openapi.json: do not edit.
export interface paths {
    "/account/passkey-registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SecondFactors_beginPasskey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SecondFactors_addPasskey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["SecondFactors_removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Account_changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SecondFactors_newRecoveryCodes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/second-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SecondFactors_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SecondFactors_beginTotp"];
        post?: never;
        delete: operations["SecondFactors_removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SecondFactors_confirmTotp"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Accounts_close"];
        post?: never;
        delete: operations["Accounts_open"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/second-factor-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SecondFactorPolicies_reset"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Holidays_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blueprints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Blueprints_seen"];
        put: operations["Blueprints_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blueprints/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Blueprints_publish"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clash-overrides/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ClashOverrides_withdraw"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohort-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Cohorts_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohort-sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortSessions_read"];
        put: operations["CohortSessions_edit"];
        post?: never;
        delete: operations["CohortSessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohort-sessions/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["CohortSessions_cancel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohort-sessions/{id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CohortSessions_copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cohorts_list"];
        put?: never;
        post: operations["Cohorts_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cohorts_one"];
        put: operations["Cohorts_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortPeople_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/clash-overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Schedule_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Cohorts_copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/enrolment-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CohortPeople_setStatuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortPeople_list"];
        put?: never;
        post: operations["CohortPeople_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/enrolments.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortPeople_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/group-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CohortPeople_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/group-splits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CohortPeople_split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortPeople_listGroups"];
        put?: never;
        post: operations["CohortPeople_addGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cohorts_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cohorts_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/release-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Schedule_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Schedule_list"];
        put?: never;
        post: operations["Schedule_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/room-cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RoomCover_ofCohort"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Schedule_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/schedule/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Schedule_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/schedule/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Schedule_here"];
        post?: never;
        delete: operations["Schedule_gone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/session-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Schedule_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Schedule_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/shift-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cohorts_shiftPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Cohorts_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{id}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Cohorts_setStage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demo-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DemoAccounts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/employments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Employments_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Enrolments_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/access-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Enrolments_setNeeds"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/deferral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Enrolments_defer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Enrolments_setGroups"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Enrolments_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Enrolments_setStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/substitution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Enrolments_substitute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Enrolments_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Events_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facilitator-candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Candidates_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facilitators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Facilitators_list"];
        put?: never;
        post: operations["Facilitators_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facilitators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Facilitators_seen"];
        put: operations["Facilitators_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facilitators/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Facilitators_setAvailability"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facilitators/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FacilitatorSessions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SubGroups_change"];
        post?: never;
        delete: operations["SubGroups_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holiday-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Holidays_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitation-acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Acceptances_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitation-lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Acceptances_lookUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Invitations_list"];
        put?: never;
        post: operations["Invitations_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Invitations_withdraw"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Invitations_resend"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/access-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyAgenda_needs"];
        put: operations["MyAgenda_sayNeeds"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyAgenda_agenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agenda.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyAgenda_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agenda/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["MyAgenda_looked"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyAgenda_home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyReports_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/reports/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyReportsEnrolments_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sessions_list"];
        put?: never;
        post?: never;
        delete: operations["Sessions_endAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Sessions_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OrganisationImports_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisations_list"];
        put?: never;
        post: operations["Organisations_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisations_one"];
        put: operations["Organisations_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{id}/own-details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Organisations_sayForOneself"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Organisations_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Persons_list"];
        put?: never;
        post: operations["Persons_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PeopleImports_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PeopleImports_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people-imports/{id}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PeopleImports_apply"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people-imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PeopleImports_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people-imports/{id}/headings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PeopleImports_head"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people-imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PeopleImports_map"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people-imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PeopleImports_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Persons_one"];
        put: operations["Persons_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/employments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Persons_addEmployment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Programmes_list"];
        put?: never;
        post: operations["Programmes_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Programmes_seen"];
        put: operations["Programmes_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{id}/blueprints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Programmes_listBlueprints"];
        put?: never;
        post: operations["Programmes_startBlueprint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Providers_list"];
        put?: never;
        post: operations["Providers_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/providers/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Providers_setContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegisterProposals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register-proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegisterProposals_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register-proposals/{id}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["RegisterProposals_leave"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register-proposals/{id}/taking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["RegisterProposals_take"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register-proposals/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["RegisterProposals_withdraw"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Register_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Register_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/releases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Releases_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/role-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RoleAssignments_list"];
        put?: never;
        post: operations["RoleAssignments_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/role-assignments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["RoleAssignments_end"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/room-booking-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BookingBatches_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/room-bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Bookings_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/room-bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Bookings_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/room-bookings/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Bookings_setStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Rooms_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/second-factor-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SecondFactorPolicies_of"];
        put: operations["SecondFactorPolicies_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Session_current"];
        put?: never;
        post: operations["Session_signIn"];
        delete: operations["Session_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Session_extend"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Session_signInByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SigningIn_showPasskey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkey-challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SigningIn_challenge"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SigningIn_signingIn"];
        put: operations["SigningIn_showCode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Setup_view"];
        put?: never;
        post: operations["Setup_setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SignInLinks_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff-home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cohorts_staffHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/venues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Venues_list"];
        put?: never;
        post: operations["Venues_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/venues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Venues_seen"];
        put: operations["Venues_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/venues/{id}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Venues_listBookings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/venues/{id}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Venues_addRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/venues/{id}/travel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Venues_setTravel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptClash: {
            clashKey: string;
            reason: string;
        };
        AcceptInvitation: {
            password?: string;
            token: string;
        };
        AddedEnrolments: {
            added: {
                id: string;
                personId: string;
            }[];
            capacity: number;
            held: number;
        };
        AddEmployment: {
            /**
             * Format: date
             * @default null
             */
            endsOn: string | null;
            /** @default null */
            gradeBand: string | null;
            jobTitle: string;
            /** @default null */
            lineManagerEmail: string | null;
            /**
             * Format: uuid
             * @default null
             */
            lineManagerId: string | null;
            /** Format: uuid */
            organisationId: string;
            /** Format: date */
            startsOn: string;
        };
        AddEnrolments: {
            personIds: string[];
            /** @enum {string} */
            placeType: "funded" | "self_funded" | "employer_funded";
        };
        AddFacilitator: {
            note: string;
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            providerId: string;
            skills: string[];
        };
        AddOrganisation: {
            /** @default [] */
            aliases: string[];
            /** @default [] */
            identifiers: components["schemas"]["OrganisationIdentifier"][];
            /**
             * @default null
             * @enum {string|null}
             */
            nation: "ENG" | "WLS" | "SCT" | "NIR" | null;
            officialName: string;
            /** @default null */
            organisationType: string | null;
            /** Format: uuid */
            providerId: string;
            /** @default null */
            region: string | null;
            /** @enum {string} */
            sector: "council" | "health" | "police" | "fire" | "charity" | "education" | "central_government" | "other";
            shortName: string;
            /** @default [] */
            successors: {
                /** Format: uuid */
                id: string;
            }[];
            /**
             * Format: date
             * @default null
             */
            validFrom: string | null;
            /**
             * Format: date
             * @default null
             */
            validTo: string | null;
        };
        AddPasskey: {
            name: string;
            response: {
                id: string;
                rawId: string;
                response: {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                type: "public-key";
            } & {
                [key: string]: unknown;
            };
        };
        AddPerson: {
            email: string;
            /** @default null */
            employment: components["schemas"]["AddEmployment"] | null;
            familyName: string;
            /** @default  */
            givenName: string;
            /** @default null */
            phone: string | null;
            /** @default null */
            pronouns: string | null;
            /** Format: uuid */
            providerId: string;
        };
        AddProgramme: {
            code: string;
            /** Format: uuid */
            providerId: string;
            /** @default  */
            summary: string;
            title: string;
        };
        AddProvider: {
            name: string;
        };
        AddRoom: {
            access: ("step_free" | "lift" | "hearing_loop" | "accessible_wc" | "parking" | "quiet_room" | "prayer_room" | "gender_neutral_wc")[] | null;
            capacities: {
                [key: string]: number;
            };
            equipment: ("projector" | "screen" | "video_call" | "microphone" | "flipchart" | "whiteboard" | "laptops")[];
            name: string;
        };
        AddRoomBooking: {
            clearUp: number;
            /** Format: uuid */
            cohortId: string | null;
            costPence: number | null;
            endsAt: string;
            /** Format: date */
            endsOn: string;
            holder: string;
            /** Format: date */
            holdExpiresOn: string | null;
            /** Format: uuid */
            roomId: string;
            setUp: number;
            startsAt: string;
            /** Format: date */
            startsOn: string;
            /** @enum {string} */
            status: "enquiry" | "held" | "contracted";
        };
        AddSession: {
            after: {
                minGap: number;
                /** Format: uuid */
                sessionId: string;
            }[];
            agenda: {
                duration: number;
                /** @enum {string} */
                kind: "input" | "exercise" | "break" | "meal";
                offset: number;
                presenter: string | null;
                title: string;
            }[];
            clearUp: number;
            /** Format: date */
            date: string | null;
            duration: number;
            equipment: ("projector" | "screen" | "video_call" | "microphone" | "flipchart" | "whiteboard" | "laptops")[];
            facilitators: {
                /** Format: uuid */
                facilitatorId: string;
                /** @default  */
                reason: string;
                /** @enum {string} */
                role: "lead" | "support";
                /** @enum {string} */
                status: "proposed" | "requested" | "accepted" | "confirmed" | "declined" | "stood_down";
            }[];
            groupIds: string[];
            /** @enum {string} */
            kind: "plenary" | "workshop" | "seminar" | "learning_set" | "mentoring" | "one_to_one" | "placement" | "visit" | "assessment" | "showcase" | "online" | "social" | "break" | "meal";
            /** @enum {string|null} */
            layout: "theatre" | "cabaret" | "classroom" | "boardroom" | "u_shape" | "standing" | null;
            mandatory: boolean;
            /** @enum {string} */
            mode: "in_person" | "online" | "hybrid";
            note: string;
            /** Format: uri */
            onlineUrl: string | null;
            purpose: string;
            /** Format: uuid */
            roomId: string | null;
            setUp: number;
            startsAt: string | null;
            title: string;
        };
        AddSubGroup: {
            /** @enum {string} */
            kind: "learning_set" | "project" | "breakout" | "guests";
            name: string;
        };
        AddVenue: {
            access: ("step_free" | "lift" | "hearing_loop" | "accessible_wc" | "parking" | "quiet_room" | "prayer_room" | "gender_neutral_wc")[];
            address: string;
            latitude: number | null;
            longitude: number | null;
            name: string;
            /** @enum {string} */
            nation: "ENG" | "WLS" | "SCT" | "NIR";
            postcode: string | null;
            /** Format: uuid */
            providerId: string;
        };
        ApplyPeople: {
            /** @default false */
            leaveOut: boolean;
            version: number;
        };
        AskForLink: {
            email: string;
        };
        AssignRole: {
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            providerId: string | null;
            /** @enum {string} */
            role: "administrator" | "programme_staff" | "facilitator" | "participant" | "line_manager" | "employer" | "evaluator" | "register_keeper";
            /** Format: uuid */
            scopeId: string | null;
            /** @enum {string} */
            scopeKind: "installation" | "provider" | "organisation" | "cohort";
        };
        AssignSubGroup: {
            enrolmentIds: string[];
            /** Format: uuid */
            groupId: string | null;
        };
        AvailabilitySpan: {
            endsAt: string;
            /** Format: date */
            endsOn: string;
            /** @enum {string} */
            kind: "available" | "unavailable";
            note: string;
            startsAt: string;
            /** Format: date */
            startsOn: string;
        };
        AvailabilitySpanView: {
            endsAt: string;
            /** Format: date */
            endsOn: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "available" | "unavailable";
            note: string;
            startsAt: string;
            /** Format: date */
            startsOn: string;
        };
        BankHolidayPage: {
            items: components["schemas"]["BankHolidayView"][];
            next: string | null;
        };
        BankHolidayView: {
            /** Format: date */
            date: string;
            /** @enum {string} */
            division: "england-and-wales" | "scotland" | "northern-ireland";
            /** Format: date-time */
            fetchedAt: string;
            notes: string;
            source: string;
            title: string;
        };
        BlueprintItem: {
            capacity: number;
            days: number;
            /** Format: uuid */
            id: string;
            minViable: number;
            number: number;
            /** Format: uuid */
            programmeId: string;
            /** Format: date-time */
            publishedAt: string | null;
            sessions: number;
            /** @enum {string} */
            status: "draft" | "published";
            version: number;
        };
        BlueprintPage: {
            items: components["schemas"]["BlueprintItem"][];
            next: string | null;
        };
        BlueprintView: {
            capacity: number;
            /** Format: uuid */
            id: string;
            minViable: number;
            number: number;
            programmeCode: string;
            /** Format: uuid */
            programmeId: string;
            programmeTitle: string;
            /** Format: date-time */
            publishedAt: string | null;
            /** @enum {string} */
            status: "draft" | "published";
            templates: components["schemas"]["TemplateView"][];
            version: number;
        };
        BookedRooms: {
            items: components["schemas"]["RoomBookingView"][];
        };
        BookRooms: {
            add: {
                endsAt: string;
                /** Format: date */
                endsOn: string;
                /** Format: uuid */
                roomId: string;
                startsAt: string;
                /** Format: date */
                startsOn: string;
            }[];
            change: {
                endsAt: string;
                /** Format: date */
                endsOn: string;
                /** Format: uuid */
                id: string;
                startsAt: string;
                /** Format: date */
                startsOn: string;
                version: number;
            }[];
            clearUp: number;
            /** Format: uuid */
            cohortId: string | null;
            costPence: number | null;
            holder: string;
            /** Format: date */
            holdExpiresOn: string | null;
            setUp: number;
            /** @enum {string} */
            status: "enquiry" | "held" | "contracted";
        };
        CancelSession: {
            reason: string;
            version: number;
        };
        Candidates: {
            items: {
                id: string;
                jobTitle: string | null;
                name: string;
                organisation: string | null;
                whyNot: string | null;
            }[];
            left: number;
            more: boolean;
        };
        ChangeCohort: {
            capacity: number;
            code: string;
            /** Format: date */
            endsOn: string;
            /** Format: date */
            goDecisionOn: string | null;
            /** Format: uuid */
            leadId: string | null;
            minViable: number;
            name: string;
            /** @enum {string} */
            nation: "ENG" | "WLS" | "SCT" | "NIR";
            place: string;
            /** Format: date */
            startsOn: string;
            /** Format: uuid */
            venueId: string | null;
            version: number;
        };
        ChangedEnrolments: {
            changed: number;
        };
        ChangeEnrolmentStatus: {
            note?: string;
            /** @enum {string} */
            reasonCode?: "work_pressure" | "changed_role" | "left_organisation" | "employer_withdrew" | "health" | "caring" | "parental_leave" | "bereavement" | "career_break" | "expectations" | "quality" | "accessibility" | "disengaged" | "attendance" | "work_not_submitted" | "started_in_error" | "cohort_cancelled" | "other";
            /** @enum {string} */
            to: "confirmed" | "active" | "completed" | "not_completed" | "deferred" | "withdrawn" | "substituted" | "transferred";
            version: number;
        };
        ChangeEnrolmentStatuses: {
            ids: string[];
            note?: string;
            /** @enum {string} */
            reasonCode?: "work_pressure" | "changed_role" | "left_organisation" | "employer_withdrew" | "health" | "caring" | "parental_leave" | "bereavement" | "career_break" | "expectations" | "quality" | "accessibility" | "disengaged" | "attendance" | "work_not_submitted" | "started_in_error" | "cohort_cancelled" | "other";
            /** @enum {string} */
            to: "active" | "completed" | "not_completed" | "deferred" | "withdrawn";
        };
        ChangePassword: {
            current?: string;
            password: string;
        };
        ChangeStage: {
            reason?: string;
            /** @enum {string} */
            to: "planning" | "open_for_applications" | "selecting" | "confirmed" | "in_delivery" | "delivered" | "closed" | "postponed" | "cancelled";
            version: number;
        };
        ChangeSubGroup: {
            /** @enum {string} */
            kind: "learning_set" | "project" | "breakout" | "guests";
            name: string;
            version: number;
        };
        Clash: {
            key: string;
            rule: string;
            sentence: string;
            /** @enum {string} */
            severity: "ignore" | "info" | "warn" | "block_release" | "block_save";
            span: {
                end: number;
                start: number;
            } | null;
            subjects: {
                id: string;
                kind: string;
                name: string;
            }[];
            title: string;
        };
        ClashOverride: {
            clashKey: string;
            /** Format: uuid */
            id: string;
            reason: string;
            rule: string;
            scheduleVersion: number;
        };
        Cohort: {
            blueprint: {
                id: string;
                number: number | null;
            };
            capacity: number;
            clashes: number | null;
            code: string;
            /** Format: date */
            endsOn: string;
            /** Format: date */
            goDecisionOn: string | null;
            groups: components["schemas"]["SubGroup"][];
            id: string;
            lead: {
                id: string;
                name: string;
            } | null;
            may: {
                edit: boolean;
                enrol: boolean;
                needs: boolean;
                people: boolean;
                stage: boolean;
            };
            minViable: number;
            name: string;
            /** @enum {string} */
            nation: "ENG" | "WLS" | "SCT" | "NIR";
            people: {
                byStatus: {
                    [key: string]: number;
                };
                held: number;
                total: number;
            };
            place: string;
            problems: number;
            programme: {
                code: string;
                id: string;
                title: string;
            };
            providerId: string;
            scheduleVersion: number;
            sessions: {
                total: number;
                unscheduled: number;
            };
            /** @enum {string} */
            stage: "planning" | "open_for_applications" | "selecting" | "confirmed" | "in_delivery" | "delivered" | "closed" | "postponed" | "cancelled";
            /** Format: date */
            startsOn: string;
            venue: {
                id: string;
                name: string;
            } | null;
            version: number;
        };
        CohortHistory: {
            items: components["schemas"]["CohortHistoryEntry"][];
            next: string | null;
        };
        CohortHistoryEntry: {
            at: string;
            by: string | null;
            facts: {
                [key: string]: unknown;
            };
            id: string;
            name: string;
            sentence: string;
            subject: string | null;
        };
        CohortOverview: {
            activity: components["schemas"]["CohortHistoryEntry"][];
            clashes: number | null;
            keyDates: components["schemas"]["KeyDate"][];
            readiness: components["schemas"]["Readiness"][];
            stages: {
                at: string;
                by: string | null;
                reason: string | null;
                /** @enum {string} */
                stage: "planning" | "open_for_applications" | "selecting" | "confirmed" | "in_delivery" | "delivered" | "closed" | "postponed" | "cancelled";
            }[];
            steps: {
                action: string;
                /** @enum {string} */
                kind: "next" | "other" | "back" | "aside";
                reason: boolean;
                refusals: string[];
                /** @enum {string} */
                to: "planning" | "open_for_applications" | "selecting" | "confirmed" | "in_delivery" | "delivered" | "closed" | "postponed" | "cancelled";
            }[];
            /** Format: date */
            today: string;
            toldDays: {
                /** Format: date */
                endsOn: string;
                /** Format: date */
                startsOn: string;
            } | null;
        };
        CohortPreview: {
            code: string;
            /** Format: date */
            endsOn: string;
            /** Format: date */
            goDecisionOn: string;
            keyDates: components["schemas"]["KeyDate"][];
            name: string;
            sessions: {
                /** Format: date */
                date: string | null;
                endsAt: string | null;
                group: string | null;
                kind: string;
                startsAt: string | null;
                title: string;
            }[];
            /** Format: date */
            startsOn: string;
            warnings: string[];
        };
        CohortRow: {
            capacity: number;
            code: string;
            /** Format: date */
            endsOn: string;
            held: number;
            id: string;
            lead: {
                id: string;
                name: string;
            } | null;
            minViable: number;
            name: string;
            place: string;
            problems: number;
            programme: {
                id: string;
                title: string;
            };
            /** @enum {string} */
            stage: "planning" | "open_for_applications" | "selecting" | "confirmed" | "in_delivery" | "delivered" | "closed" | "postponed" | "cancelled";
            /** Format: date */
            startsOn: string;
        };
        Cohorts: {
            items: components["schemas"]["CohortRow"][];
            next: string | null;
            stages: {
                count: number;
                more: boolean;
                /** @enum {string} */
                stage: "planning" | "open_for_applications" | "selecting" | "confirmed" | "in_delivery" | "delivered" | "closed" | "postponed" | "cancelled";
            }[];
            total: {
                count: number;
                more: boolean;
            };
        };
        CopyCohort: {
            /** @default [] */
            jumps: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            }[];
            name?: string;
            place: string;
            /** Format: date */
            startsOn: string;
        };
        DeferEnrolment: {
            /** Format: uuid */
            cohortId: string;
            note?: string;
            /** @enum {string} */
            reasonCode?: "work_pressure" | "changed_role" | "left_organisation" | "employer_withdrew" | "health" | "caring" | "parental_leave" | "bereavement" | "career_break" | "expectations" | "quality" | "accessibility" | "disengaged" | "attendance" | "work_not_submitted" | "started_in_error" | "cohort_cancelled" | "other";
            version: number;
        };
        DemoAccount: {
            email: string;
            for: string;
            password: string;
            role: string;
        };
        DemoAccounts: {
            items: components["schemas"]["DemoAccount"][];
        };
        EditBlueprint: {
            capacity: number;
            minViable: number;
            templates: components["schemas"]["TemplateWish"][];
            version: number;
        };
        EditEmployment: {
            /**
             * Format: date
             * @default null
             */
            endsOn: string | null;
            /** @default null */
            gradeBand: string | null;
            jobTitle: string;
            /** @default null */
            lineManagerEmail: string | null;
            /**
             * Format: uuid
             * @default null
             */
            lineManagerId: string | null;
            /** Format: uuid */
            organisationId: string;
            /** Format: date */
            startsOn: string;
            version: number;
        };
        EditFacilitator: {
            note: string;
            skills: string[];
            /** @enum {string} */
            status: "active" | "stood_down";
            version: number;
        };
        EditOrganisation: {
            /** @default [] */
            aliases: string[];
            /** @default [] */
            identifiers: components["schemas"]["OrganisationIdentifier"][];
            /**
             * @default null
             * @enum {string|null}
             */
            nation: "ENG" | "WLS" | "SCT" | "NIR" | null;
            officialName: string;
            /** @default null */
            organisationType: string | null;
            /** @default null */
            region: string | null;
            /** @enum {string} */
            sector: "council" | "health" | "police" | "fire" | "charity" | "education" | "central_government" | "other";
            shortName: string;
            /** @default [] */
            successors: {
                /** Format: uuid */
                id: string;
            }[];
            /**
             * Format: date
             * @default null
             */
            validFrom: string | null;
            /**
             * Format: date
             * @default null
             */
            validTo: string | null;
            version: number;
        };
        EditPerson: {
            email: string;
            familyName: string;
            /** @default  */
            givenName: string;
            /** @default null */
            phone: string | null;
            /** @default null */
            pronouns: string | null;
            version: number;
        };
        EditProgramme: {
            code: string;
            rules: {
                [key: string]: "ignore" | "info" | "warn" | "block_release" | "block_save";
            };
            /** @enum {string} */
            status: "active" | "retired";
            summary: string;
            title: string;
            version: number;
        };
        EditRoom: {
            access: ("step_free" | "lift" | "hearing_loop" | "accessible_wc" | "parking" | "quiet_room" | "prayer_room" | "gender_neutral_wc")[] | null;
            capacities: {
                [key: string]: number;
            };
            equipment: ("projector" | "screen" | "video_call" | "microphone" | "flipchart" | "whiteboard" | "laptops")[];
            name: string;
            version: number;
        };
        EditRoomBooking: {
            clearUp: number;
            /** Format: uuid */
            cohortId: string | null;
            costPence: number | null;
            endsAt: string;
            /** Format: date */
            endsOn: string;
            holder: string;
            /** Format: date */
            holdExpiresOn: string | null;
            /** Format: uuid */
            roomId: string;
            setUp: number;
            startsAt: string;
            /** Format: date */
            startsOn: string;
            version: number;
        };
        EditSession: {
            after: {
                minGap: number;
                /** Format: uuid */
                sessionId: string;
            }[];
            agenda: {
                duration: number;
                /** @enum {string} */
                kind: "input" | "exercise" | "break" | "meal";
                offset: number;
                presenter: string | null;
                title: string;
            }[];
            clearUp: number;
            /** Format: date */
            date: string | null;
            duration: number;
            equipment: ("projector" | "screen" | "video_call" | "microphone" | "flipchart" | "whiteboard" | "laptops")[];
            facilitators: {
                /** Format: uuid */
                facilitatorId: string;
                /** @default  */
                reason: string;
                /** @enum {string} */
                role: "lead" | "support";
                /** @enum {string} */
                status: "proposed" | "requested" | "accepted" | "confirmed" | "declined" | "stood_down";
            }[];
            groupIds: string[];
            /** @enum {string} */
            kind: "plenary" | "workshop" | "seminar" | "learning_set" | "mentoring" | "one_to_one" | "placement" | "visit" | "assessment" | "showcase" | "online" | "social" | "break" | "meal";
            /** @enum {string|null} */
            layout: "theatre" | "cabaret" | "classroom" | "boardroom" | "u_shape" | "standing" | null;
            mandatory: boolean;
            /** @enum {string} */
            mode: "in_person" | "online" | "hybrid";
            note: string;
            /** Format: uri */
            onlineUrl: string | null;
            purpose: string;
            /** Format: uuid */
            roomId: string | null;
            setUp: number;
            startsAt: string | null;
            title: string;
            version: number;
        };
        EditVenue: {
            access: ("step_free" | "lift" | "hearing_loop" | "accessible_wc" | "parking" | "quiet_room" | "prayer_room" | "gender_neutral_wc")[];
            address: string;
            latitude: number | null;
            longitude: number | null;
            name: string;
            /** @enum {string} */
            nation: "ENG" | "WLS" | "SCT" | "NIR";
            postcode: string | null;
            version: number;
        };
        EmploymentView: {
            /** Format: date */
            endsOn: string | null;
            gradeBand: string | null;
            /** Format: uuid */
            id: string;
            jobTitle: string;
            lineManager: string | null;
            lineManagerEmail: string | null;
            /** Format: uuid */
            lineManagerId: string | null;
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            /** Format: date */
            startsOn: string;
            version: number;
        };
        Enrolment: {
            cohort: {
                id: string;
                name: string;
            };
            continuedFrom: {
                id: string;
                name: string;
            } | null;
            continuedIn: {
                id: string;
                name: string;
            } | null;
            /** Format: date */
            endedOn: string | null;
            /** Format: date */
            enrolledOn: string;
            groups: {
                id: string;
                name: string;
            }[];
            id: string;
            needs: string[] | null;
            person: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            placeType: "funded" | "self_funded" | "employer_funded";
            /** @enum {string} */
            status: "confirmed" | "active" | "completed" | "not_completed" | "deferred" | "withdrawn" | "substituted" | "transferred";
            /** @enum {string|null} */
            statusReason: "work_pressure" | "changed_role" | "left_organisation" | "employer_withdrew" | "health" | "caring" | "parental_leave" | "bereavement" | "career_break" | "expectations" | "quality" | "accessibility" | "disengaged" | "attendance" | "work_not_submitted" | "started_in_error" | "cohort_cancelled" | "other" | null;
            substitutedBy: {
                id: string;
                name: string;
            } | null;
            substituteFor: {
                id: string;
                name: string;
            } | null;
            version: number;
        };
        EnrolmentHistory: {
            groups: {
                /** Format: date */
                endsOn: string | null;
                id: string;
                name: string;
                /** Format: date */
                startsOn: string;
            }[];
            items: {
                at: string;
                by: string | null;
                /** Format: date */
                effectiveOn: string;
                /** @enum {string|null} */
                from: "confirmed" | "active" | "completed" | "not_completed" | "deferred" | "withdrawn" | "substituted" | "transferred" | null;
                id: string;
                note: string | null;
                /** @enum {string|null} */
                reasonCode: "work_pressure" | "changed_role" | "left_organisation" | "employer_withdrew" | "health" | "caring" | "parental_leave" | "bereavement" | "career_break" | "expectations" | "quality" | "accessibility" | "disengaged" | "attendance" | "work_not_submitted" | "started_in_error" | "cohort_cancelled" | "other" | null;
                /** @enum {string} */
                to: "confirmed" | "active" | "completed" | "not_completed" | "deferred" | "withdrawn" | "substituted" | "transferred";
            }[];
            /** @enum {string|null} */
            next: null;
        };
        EnrolmentRow: {
            attention: ("needs_unmet" | "elsewhere" | "waiting" | "changed_employer" | "no_employer" | "no_manager" | "no_group")[];
            /** Format: date */
            endedOn: string | null;
            /** Format: date */
            enrolledOn: string;
            groups: {
                id: string;
                name: string;
            }[];
            id: string;
            jobTitle: string | null;
            needs: string[] | null;
            organisation: {
                id: string;
                name: string;
            } | null;
            person: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            placeType: "funded" | "self_funded" | "employer_funded";
            sector: string | null;
            /** @enum {string} */
            status: "confirmed" | "active" | "completed" | "not_completed" | "deferred" | "withdrawn" | "substituted" | "transferred";
            /** @enum {string|null} */
            statusReason: "work_pressure" | "changed_role" | "left_organisation" | "employer_withdrew" | "health" | "caring" | "parental_leave" | "bereavement" | "career_break" | "expectations" | "quality" | "accessibility" | "disengaged" | "attendance" | "work_not_submitted" | "started_in_error" | "cohort_cancelled" | "other" | null;
            told: boolean;
            version: number;
        };
        Enrolments: {
            everyone: number;
            facets: {
                attention: {
                    count: number;
                    label: string;
                    value: string;
                }[];
                group: {
                    count: number;
                    label: string;
                    value: string;
                }[];
                organisation: {
                    count: number;
                    label: string;
                    value: string;
                }[];
                sector: {
                    count: number;
                    label: string;
                    value: string;
                }[];
                status: {
                    count: number;
                    label: string;
                    value: string;
                }[];
            };
            items: components["schemas"]["EnrolmentRow"][];
            next: string | null;
            total: number;
        };
        Event: {
            actorName: string | null;
            at: string;
            cohort: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            facts: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            name: string;
            personName: string | null;
            reason: string;
            sentence: string;
            /** Format: uuid */
            subjectId: string;
        };
        Events: {
            items: components["schemas"]["Event"][];
            kinds: {
                code: string;
                words: string;
            }[];
            next: string | null;
        };
        FacilitatorCandidate: {
            email: string | null;
            name: string;
            organisation: string | null;
            /** Format: uuid */
            personId: string;
        };
        FacilitatorCandidatePage: {
            items: components["schemas"]["FacilitatorCandidate"][];
            next: string | null;
        };
        FacilitatorItem: {
            email: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            organisation: string | null;
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            providerId: string;
            sessions: number;
            skills: string[];
            /** @enum {string} */
            status: "active" | "stood_down";
            version: number;
        };
        FacilitatorPage: {
            items: components["schemas"]["FacilitatorItem"][];
            next: string | null;
            total: {
                count: number;
                more: boolean;
            };
        };
        FacilitatorSession: {
            answer: string;
            /** Format: uuid */
            cohortId: string;
            cohortName: string;
            endsAt: string;
            kind: string;
            role: string;
            room: string | null;
            /** Format: uuid */
            sessionId: string;
            startsAt: string;
            /** Format: date */
            startsOn: string;
            status: string;
            title: string;
            venue: string | null;
        };
        FacilitatorSessionPage: {
            items: components["schemas"]["FacilitatorSession"][];
            next: string | null;
        };
        FacilitatorView: {
            availability: components["schemas"]["AvailabilitySpanView"][];
            email: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            note: string;
            organisation: string | null;
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            providerId: string;
            skills: string[];
            /** @enum {string} */
            status: "active" | "stood_down";
            version: number;
        };
        HeadPeople: {
            line: number;
            version: number;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        HolidayImportView: {
            applied: boolean;
            counts: {
                changed: number;
                gone: number;
                new: number;
                rejected: number;
                same: number;
            };
            fileName: string;
            lines: {
                /** Format: date */
                date: string | null;
                /** @enum {string|null} */
                division: "england-and-wales" | "scotland" | "northern-ireland" | null;
                message: string;
                /** @enum {string} */
                outcome: "new" | "changed" | "same" | "gone" | "rejected";
                place: string;
                title: string;
            }[];
        };
        ImportHolidays: {
            apply: boolean;
            content: string;
            fileName: string;
        };
        ImportOrganisations: {
            /** @default true */
            allOrNothing: boolean;
            apply: boolean;
            content: string;
            fileName: string;
        };
        Invitation: {
            createdAt: string;
            email: string;
            expiresAt: string;
            /** Format: uuid */
            id: string;
            invitedBy: string;
            name: string;
            /** Format: uuid */
            personId: string;
            role: string;
            /** Format: uuid */
            scopeId: string | null;
            scopeKind: string;
            scopeName: string | null;
            /** @enum {string} */
            status: "waiting" | "accepted" | "withdrawn" | "expired";
        };
        InvitationAccepted: {
            signedIn: boolean;
        };
        InvitationFound: {
            email: string;
            expiresAt: string;
            hasAccount: boolean;
            invitedBy: string;
            name: string;
            organiser: {
                contact: string | null;
                name: string;
            } | null;
            role: string;
            scopeName: string | null;
        };
        Invitations: {
            items: components["schemas"]["Invitation"][];
            next: string | null;
        };
        Invite: {
            email?: string;
            familyName?: string;
            /** @default  */
            givenName: string;
            /** Format: uuid */
            personId?: string;
            /** Format: uuid */
            providerId: string | null;
            /** @enum {string} */
            role: "administrator" | "programme_staff" | "facilitator" | "participant" | "line_manager" | "employer" | "evaluator" | "register_keeper";
            /** Format: uuid */
            scopeId: string | null;
            /** @enum {string} */
            scopeKind: "installation" | "provider" | "organisation" | "cohort";
        };
        KeepOrganisation: {
            /** @default [] */
            aliases: string[];
            /** @default [] */
            identifiers: components["schemas"]["OrganisationIdentifier"][];
            /**
             * @default null
             * @enum {string|null}
             */
            nation: "ENG" | "WLS" | "SCT" | "NIR" | null;
            officialName: string;
            /** @default null */
            organisationType: string | null;
            /** @default null */
            region: string | null;
            /** @enum {string} */
            sector: "council" | "health" | "police" | "fire" | "charity" | "education" | "central_government" | "other";
            shortName: string;
            /** @default [] */
            successors: {
                /** Format: uuid */
                id: string;
            }[];
            /**
             * Format: date
             * @default null
             */
            validFrom: string | null;
            /**
             * Format: date
             * @default null
             */
            validTo: string | null;
        };
        KeyDate: {
            /** @enum {string} */
            code: "go_decision" | "joining_instructions" | "starts" | "ends";
            /** Format: date */
            day: string;
        };
        LeaveProposal: {
            answer: string;
            version: number;
        };
        LinkAsked: {
            /** @enum {string} */
            sent: "if-known";
        };
        LookedAt: {
            releases: {
                /** Format: uuid */
                cohortId: string;
                number: number;
            }[];
        };
        MakeCohort: {
            /** Format: uuid */
            blueprintId: string;
            capacity: number;
            /** Format: date */
            goDecisionOn?: string;
            groups?: {
                count: number;
                /** @enum {string} */
                kind: "learning_set" | "project" | "breakout" | "guests";
            };
            /** Format: uuid */
            leadId?: string;
            minViable: number;
            name?: string;
            /** @enum {string} */
            nation: "ENG" | "WLS" | "SCT" | "NIR";
            place: string;
            /** Format: uuid */
            programmeId: string;
            /** Format: uuid */
            providerId: string;
            /** Format: date */
            startsOn: string;
            /** Format: uuid */
            venueId?: string;
        };
        MapPeople: {
            /**
             * @default null
             * @enum {string|null}
             */
            dateOrder: "day-first" | "month-first" | null;
            mapping: components["schemas"]["PersonColumns"];
            version: number;
        };
        MoveSessions: {
            moves: {
                /** Format: date */
                date: string | null;
                /** @enum {string} */
                mode?: "in_person" | "online" | "hybrid";
                /** Format: uuid */
                roomId: string | null;
                /** Format: uuid */
                sessionId: string;
                startsAt: string | null;
                version: number;
            }[];
            reason?: string;
        };
        MyAccessNeeds: {
            items: {
                /** Format: uuid */
                cohortId: string;
                cohortName: string;
                confirmedAt: string | null;
                needs: string[];
            }[];
            /** @enum {string|null} */
            next: null;
        };
        MyAgenda: {
            items: components["schemas"]["MySession"][];
            /** @enum {string|null} */
            next: null;
            off: components["schemas"]["MyCohortOff"][];
            releases: {
                at: string;
                /** Format: uuid */
                cohortId: string;
                cohortName: string;
                number: number;
            }[];
        };
        MyCohortOff: {
            /** Format: uuid */
            cohortId: string;
            cohortName: string;
            /** @enum {string} */
            stage: "cancelled" | "postponed";
        };
        MyHome: {
            changes: {
                /** Format: date */
                date: string;
                kinds: ("added" | "postponed" | "resumed" | "moved" | "place" | "retitled" | "cancelled" | "people" | "details")[];
                /** Format: uuid */
                sessionId: string;
                startsAt: string;
                title: string;
            }[];
            name: string;
            next: components["schemas"]["MySession"] | null;
            off: components["schemas"]["MyCohortOff"][];
            programmes: {
                /** Format: uuid */
                cohortId: string;
                leads: boolean;
                name: string;
                steps: {
                    detail: string;
                    /** @enum {string} */
                    state: "done" | "now" | "next";
                    title: string;
                }[];
            }[];
            tasks: components["schemas"]["Task"][];
        };
        MyReports: {
            items: components["schemas"]["PersonLine"][];
            next: string | null;
        };
        MySession: {
            agenda: {
                duration: number;
                kind: string;
                offset: number;
                presenter: string | null;
                title: string;
            }[];
            /** @enum {string} */
            as: "participant" | "facilitator";
            changes: ("added" | "postponed" | "resumed" | "moved" | "place" | "retitled" | "cancelled" | "people" | "details")[];
            /** Format: uuid */
            cohortId: string;
            cohortName: string;
            /** Format: date */
            date: string;
            duration: number;
            groupNames: string[];
            /** Format: uuid */
            id: string;
            kind: string;
            leaders: string[];
            mandatory: boolean;
            /** @enum {string} */
            mode: "in_person" | "online" | "hybrid";
            onlineUrl: string | null;
            purpose: string;
            roomName: string | null;
            startsAt: string;
            /** @enum {string} */
            state: "on" | "cancelled" | "postponed";
            title: string;
            venueAddress: string | null;
            venueName: string | null;
        };
        NewAuthenticator: {
            secret: string;
            uri: string;
        };
        OrganisationFacts: {
            aliases: string[];
            identifiers: {
                scheme: string;
                /** Format: date */
                validFrom: string | null;
                /** Format: date */
                validTo: string | null;
                value: string;
            }[];
            /** @enum {string|null} */
            nation: "ENG" | "WLS" | "SCT" | "NIR" | null;
            officialName: string;
            organisationType: string | null;
            region: string | null;
            /** @enum {string} */
            sector: "council" | "health" | "police" | "fire" | "charity" | "education" | "central_government" | "other";
            shortName: string;
            successors: {
                /** Format: uuid */
                id: string;
                officialName: string;
            }[];
            /** Format: date */
            validFrom: string | null;
            /** Format: date */
            validTo: string | null;
        };
        OrganisationIdentifier: {
            scheme: string;
            /**
             * Format: date
             * @default null
             */
            validFrom: string | null;
            /**
             * Format: date
             * @default null
             */
            validTo: string | null;
            value: string;
        };
        OrganisationImportReport: {
            applied: boolean;
            changes: {
                changes: {
                    field: string;
                    now: string | null;
                    was: string | null;
                }[];
                line: number;
                name: string;
            }[];
            counts: {
                changed: number;
                new: number;
                rejected: number;
                rows: number;
                same: number;
            };
            fileName: string;
            messages: {
                field: string | null;
                line: number;
                message: string;
                name: string;
            }[];
            more: number;
        };
        OrganisationLine: {
            codes: string[];
            /** Format: uuid */
            id: string;
            /** @enum {string|null} */
            nation: "ENG" | "WLS" | "SCT" | "NIR" | null;
            officialName: string;
            organisationType: string | null;
            owner: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            region: string | null;
            /** @enum {string} */
            sector: "council" | "health" | "police" | "fire" | "charity" | "education" | "central_government" | "other";
            shortName: string;
            /** Format: date */
            validTo: string | null;
        };
        OrganisationPage: {
            items: components["schemas"]["OrganisationLine"][];
            next: string | null;
            total: {
                count: number;
                more: boolean;
            };
        };
        OrganisationView: {
            aliases: string[];
            codes: string[];
            /** Format: uuid */
            id: string;
            identifiers: {
                scheme: string;
                /** Format: date */
                validFrom: string | null;
                /** Format: date */
                validTo: string | null;
                value: string;
            }[];
            /** @enum {string|null} */
            nation: "ENG" | "WLS" | "SCT" | "NIR" | null;
            officialName: string;
            organisationType: string | null;
            own: {
                aliases: string[];
                contacts: {
                    about: string;
                    email: string | null;
                    name: string;
                    phone: string | null;
                }[];
                /** Format: uuid */
                providerId: string;
                version: number;
            }[];
            owner: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            predecessors: {
                /** Format: uuid */
                id: string;
                officialName: string;
            }[];
            region: string | null;
            /** @enum {string} */
            sector: "council" | "health" | "police" | "fire" | "charity" | "education" | "central_government" | "other";
            shortName: string;
            source: string;
            successors: {
                /** Format: uuid */
                id: string;
                officialName: string;
            }[];
            /** Format: date */
            validFrom: string | null;
            /** Format: date */
            validTo: string | null;
            version: number;
            waiting: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "add" | "change";
            }[];
        };
        OwnDetails: {
            /** @default [] */
            aliases: string[];
            /** @default [] */
            contacts: {
                /** @default  */
                about: string;
                /** @default null */
                email: string | null;
                name: string;
                /** @default null */
                phone: string | null;
            }[];
            /** Format: uuid */
            providerId: string;
            version: number;
        };
        PasskeyOptions: {
            options: {
                [key: string]: unknown;
            };
        };
        PasskeyShown: {
            response: {
                id: string;
                rawId: string;
                response: {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                type: "public-key";
            } & {
                [key: string]: unknown;
            };
        };
        PeopleImportCounts: {
            attention: number;
            changed: number;
            new: number;
            rows: number;
            same: number;
        };
        PeopleImportRows: {
            items: {
                email: string;
                line: number;
                messages: {
                    field: string | null;
                    /** @enum {string} */
                    level: "error" | "check";
                    message: string;
                }[];
                name: string;
                /** @enum {string} */
                outcome: "new" | "changed" | "same" | "attention" | "done";
            }[];
            next: string | null;
        };
        PeopleImportView: {
            counts: components["schemas"]["PeopleImportCounts"];
            /** Format: date-time */
            createdAt: string;
            dates: {
                /** @enum {string} */
                how: "sure" | "assumed" | "mixed" | "chosen";
                /** @enum {string} */
                order: "day-first" | "month-first";
            } | null;
            fields: {
                /** @enum {string} */
                field: "fullName" | "givenName" | "familyName" | "email" | "jobTitle" | "organisation" | "gradeBand" | "lineManagerEmail" | "startsOn" | "pronouns";
                label: string;
            }[];
            fileName: string;
            /** Format: date-time */
            finishedAt: string | null;
            headers: string[];
            headingLine: number;
            /** Format: uuid */
            id: string;
            mapping: components["schemas"]["PersonColumns"];
            mappingProblems: string[];
            /** Format: uuid */
            providerId: string;
            remembered: boolean;
            sample: string[][];
            /** @enum {string} */
            status: "uploaded" | "checked" | "completed";
            top: {
                cells: string[];
                line: number;
            }[];
            version: number;
        };
        PersonColumns: {
            email?: number;
            familyName?: number;
            fullName?: number;
            givenName?: number;
            gradeBand?: number;
            jobTitle?: number;
            lineManagerEmail?: number;
            organisation?: number;
            pronouns?: number;
            startsOn?: number;
        };
        PersonLine: {
            email: string | null;
            familyName: string;
            givenName: string;
            /** Format: uuid */
            id: string;
            jobTitle: string | null;
            organisation: string | null;
            /** Format: uuid */
            organisationId: string | null;
        };
        PersonPage: {
            items: components["schemas"]["PersonLine"][];
            next: string | null;
            total: {
                count: number;
                more: boolean;
            };
        };
        PersonView: {
            email: string | null;
            employments: components["schemas"]["EmploymentView"][];
            familyName: string;
            givenName: string;
            /** Format: uuid */
            id: string;
            kept: boolean;
            phone: string | null;
            pronouns: string | null;
            reports: number;
            version: number;
        };
        ProgrammeItem: {
            code: string;
            cohorts: number;
            /** Format: uuid */
            draftId: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            providerId: string;
            published: number | null;
            /** Format: uuid */
            publishedId: string | null;
            /** @enum {string} */
            status: "active" | "retired";
            summary: string;
            title: string;
            version: number;
        };
        ProgrammePage: {
            items: components["schemas"]["ProgrammeItem"][];
            next: string | null;
            total: {
                count: number;
                more: boolean;
            };
        };
        ProgrammeView: {
            code: string;
            cohorts: number;
            /** Format: uuid */
            draftId: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            providerId: string;
            published: number | null;
            /** Format: uuid */
            publishedId: string | null;
            rules: {
                [key: string]: "ignore" | "info" | "warn" | "block_release" | "block_save";
            };
            /** @enum {string} */
            status: "active" | "retired";
            summary: string;
            title: string;
            version: number;
        };
        ProposeChange: {
            /** @default [] */
            aliases: string[];
            /** @default [] */
            identifiers: components["schemas"]["OrganisationIdentifier"][];
            /**
             * @default null
             * @enum {string|null}
             */
            nation: "ENG" | "WLS" | "SCT" | "NIR" | null;
            officialName: string;
            /** @default null */
            organisationType: string | null;
            /** Format: uuid */
            providerId: string;
            /** @default  */
            reason: string;
            /** @default null */
            region: string | null;
            /** @enum {string} */
            sector: "council" | "health" | "police" | "fire" | "charity" | "education" | "central_government" | "other";
            shortName: string;
            /** @default [] */
            successors: {
                /** Format: uuid */
                id: string;
            }[];
            /**
             * Format: date
             * @default null
             */
            validFrom: string | null;
            /**
             * Format: date
             * @default null
             */
            validTo: string | null;
            version: number;
        };
        Provider: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        Providers: {
            items: components["schemas"]["Provider"][];
            next: string | null;
        };
        PublishBlueprint: {
            version: number;
        };
        Readiness: {
            action: string;
            code: string;
            detail: string;
            name: string;
            page: string;
            /** @enum {string} */
            state: "done" | "attention" | "waiting";
        };
        RecoveryCodes: {
            codes: string[];
        };
        RegisterProposal: {
            after: components["schemas"]["OrganisationFacts"];
            answer: string;
            before: components["schemas"]["OrganisationFacts"] | null;
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: string | null;
            fields: string[];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "add" | "change";
            now: components["schemas"]["OrganisationFacts"] | null;
            organisation: {
                /** Format: uuid */
                id: string;
                officialName: string;
            };
            organisationVersion: number;
            /** Format: date-time */
            proposedAt: string;
            proposedBy: string | null;
            provider: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            reason: string;
            since: string[];
            /** @enum {string} */
            status: "waiting" | "taken" | "left" | "withdrawn";
            version: number;
        };
        RegisterProposalLine: {
            answer: string;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "add" | "change";
            organisation: {
                /** Format: uuid */
                id: string;
                officialName: string;
            };
            /** Format: date-time */
            proposedAt: string;
            proposedBy: string | null;
            provider: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** @enum {string} */
            status: "waiting" | "taken" | "left" | "withdrawn";
        };
        RegisterProposalPage: {
            items: components["schemas"]["RegisterProposalLine"][];
            next: string | null;
            total: {
                count: number;
                more: boolean;
            };
        };
        ReleaseChange: {
            after: {
                /** Format: date */
                date: string;
                duration: number;
                facilitators: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                }[];
                groupNames: string[];
                /** @enum {string} */
                mode: "in_person" | "online" | "hybrid";
                roomName: string | null;
                startsAt: string;
                title: string;
            };
            before: {
                /** Format: date */
                date: string;
                duration: number;
                facilitators: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                }[];
                groupNames: string[];
                /** @enum {string} */
                mode: "in_person" | "online" | "hybrid";
                roomName: string | null;
                startsAt: string;
                title: string;
            } | null;
            facilitators: number;
            kinds: ("added" | "postponed" | "resumed" | "moved" | "place" | "retitled" | "cancelled" | "people" | "details")[];
            participants: number;
            /** Format: uuid */
            sessionId: string;
            title: string;
        };
        ReleaseDetail: {
            against: number | null;
            at: string;
            by: string;
            changes: number;
            /** Format: uuid */
            cohortId: string;
            diff: components["schemas"]["ReleaseChange"][];
            facilitators: number;
            /** Format: uuid */
            id: string;
            note: string;
            number: number;
            participants: number;
            sessions: number;
        };
        ReleasePreview: {
            accepted: {
                at: string;
                by: string;
                /** Format: uuid */
                id: string;
                reason: string;
                sentence: string;
                title: string;
            }[];
            changes: components["schemas"]["ReleaseChange"][];
            facilitators: {
                /** Format: uuid */
                id: string;
                name: string;
                sessionIds: string[];
                signsIn: boolean;
            }[];
            gaps: {
                /** @enum {string} */
                code: "no_room" | "no_link" | "no_facilitator" | "not_scheduled";
                sessions: {
                    /** Format: uuid */
                    id: string;
                    title: string;
                }[];
                /** @enum {string} */
                severity: "ignore" | "info" | "warn" | "block_release" | "block_save";
                title: string;
            }[];
            number: number;
            participants: {
                /** Format: uuid */
                id: string;
                name: string;
                sessionIds: string[];
                signsIn: boolean;
            }[];
            /** Format: uuid */
            programmeId: string;
            scheduleVersion: number;
            standing: components["schemas"]["Clash"][];
            unscheduled: {
                /** Format: uuid */
                id: string;
                title: string;
            }[];
            warnings: components["schemas"]["Clash"][];
        };
        ReleaseSchedule: {
            note: string;
            scheduleVersion: number;
        };
        ReportEnrolment: {
            cohort: string;
            /** Format: date */
            endsOn: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            programme: string;
            stage: {
                /** @enum {string} */
                code: "planning" | "open_for_applications" | "selecting" | "confirmed" | "in_delivery" | "delivered" | "closed" | "postponed" | "cancelled";
                name: string;
            };
            /** Format: date */
            startsOn: string | null;
            status: {
                /** @enum {string} */
                code: "confirmed" | "active" | "completed" | "not_completed" | "deferred" | "withdrawn" | "substituted" | "transferred";
                name: string;
            };
        };
        ReportEnrolments: {
            items: components["schemas"]["ReportEnrolment"][];
            /** @enum {string|null} */
            next: null;
        };
        RoleAssignment: {
            account: {
                closed: boolean;
                email: string;
                /** Format: uuid */
                id: string;
                secondStep: boolean;
            } | null;
            grantedAt: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            personId: string;
            role: string;
            /** Format: uuid */
            scopeId: string | null;
            scopeKind: string;
            scopeName: string | null;
        };
        RoleAssignments: {
            items: components["schemas"]["RoleAssignment"][];
            next: string | null;
        };
        RoomBookingPage: {
            items: components["schemas"]["RoomBookingView"][];
            next: string | null;
        };
        RoomBookingView: {
            clearUp: number;
            /** Format: uuid */
            cohortId: string | null;
            cohortName: string | null;
            costPence: number | null;
            endsAt: string;
            /** Format: date */
            endsOn: string;
            holder: string;
            /** Format: date */
            holdExpiresOn: string | null;
            /** Format: uuid */
            id: string;
            reason: string;
            /** Format: uuid */
            roomId: string;
            roomName: string;
            setUp: number;
            startsAt: string;
            /** Format: date */
            startsOn: string;
            /** @enum {string} */
            status: "enquiry" | "held" | "contracted" | "used" | "released" | "expired" | "cancelled";
            /** Format: uuid */
            venueId: string;
            version: number;
        };
        RoomCover: {
            bookings: {
                clearUp: number;
                endsAt: string;
                /** Format: date */
                endsOn: string;
                holder: string | null;
                /** Format: date */
                holdExpiresOn: string | null;
                /** Format: uuid */
                id: string;
                ours: boolean;
                /** Format: uuid */
                roomId: string;
                setUp: number;
                startsAt: string;
                /** Format: date */
                startsOn: string;
                /** @enum {string} */
                status: "enquiry" | "held" | "contracted" | "used" | "released" | "expired" | "cancelled";
                version: number;
            }[];
            rooms: {
                /** Format: uuid */
                id: string;
                name: string;
                /** Format: uuid */
                venueId: string;
                venueName: string;
            }[];
            sessions: {
                clearUp: number;
                endsAt: string | null;
                /** Format: date */
                endsOn: string | null;
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                roomId: string | null;
                setUp: number;
                startsAt: string | null;
                /** Format: date */
                startsOn: string | null;
                title: string;
            }[];
            venue: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
        };
        RoomView: {
            access: ("step_free" | "lift" | "hearing_loop" | "accessible_wc" | "parking" | "quiet_room" | "prayer_room" | "gender_neutral_wc")[] | null;
            capacities: {
                [key: string]: number;
            };
            equipment: ("projector" | "screen" | "video_call" | "microphone" | "flipchart" | "whiteboard" | "laptops")[];
            /** Format: uuid */
            id: string;
            name: string;
            position: number;
            /** Format: uuid */
            venueId: string;
            version: number;
        };
        SayAccessNeeds: {
            /** Format: uuid */
            cohortId: string;
            needs: ("step_free" | "lift" | "hearing_loop" | "accessible_wc" | "parking" | "quiet_room" | "prayer_room" | "gender_neutral_wc")[];
        };
        Schedule: {
            bookings: {
                clearUp: number;
                /** Format: uuid */
                cohortId: string | null;
                end: string;
                /** Format: uuid */
                eventId: string;
                holder: string | null;
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                roomId: string;
                setUp: number;
                start: string;
            }[];
            can: {
                edit: boolean;
                override: boolean;
                release: boolean;
            };
            cohort: {
                capacity: number;
                code: string;
                /** Format: date */
                endsOn: string;
                /** Format: uuid */
                id: string;
                name: string;
                nation: string;
                place: string;
                stage: string;
                /** Format: date */
                startsOn: string;
            };
            elsewhere: {
                clearUp: number;
                /** Format: uuid */
                cohortId: string | null;
                duration: number;
                /** Format: uuid */
                eventId: string;
                facilitatorIds: string[];
                /** Format: uuid */
                id: string;
                kind: string | null;
                /** @enum {string} */
                mode: "in_person" | "online" | "hybrid";
                personIds: string[];
                /** Format: uuid */
                roomId: string | null;
                setUp: number;
                start: string;
                title: string | null;
                /** Format: uuid */
                venueId: string | null;
            }[];
            facilitators: {
                availability: {
                    end: string;
                    /** @enum {string} */
                    kind: "available" | "unavailable";
                    start: string;
                }[];
                /** Format: uuid */
                id: string;
                name: string;
                subjects: string[];
            }[];
            groups: {
                /** Format: uuid */
                id: string;
                kind: string;
                members: number;
                name: string;
            }[];
            holidays: {
                /** Format: date */
                date: string;
                division: string;
                title: string;
            }[];
            /** Format: date */
            holidaysKnownUntil: string | null;
            otherCohorts: {
                /** Format: date */
                endsOn: string;
                /** Format: uuid */
                id: string;
                name: string;
                nation: string;
                /** Format: date */
                startsOn: string;
            }[];
            overrides: {
                at: string;
                by: string;
                clashKey: string;
                /** Format: uuid */
                id: string;
                reason: string;
                rule: string;
            }[];
            people: {
                groupIds: string[];
                /** Format: uuid */
                id: string;
                name: string;
                needs: string[];
            }[];
            release: {
                at: string;
                by: string;
                number: number;
            } | null;
            rooms: {
                access: string[] | null;
                capacities: {
                    [key: string]: number;
                };
                equipment: string[];
                /** Format: uuid */
                id: string;
                name: string;
                nation: string;
                venueAccess: string[];
                /** Format: uuid */
                venueId: string;
                venueName: string;
            }[];
            rules: {
                [key: string]: "ignore" | "info" | "warn" | "block_release" | "block_save";
            };
            scheduleVersion: number;
            sessions: components["schemas"]["ScheduleSession"][];
            told: {
                cancelled: boolean;
                /** Format: date */
                date: string;
                duration: number;
                facilitatorIds: string[];
                groupIds: string[];
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                mode: "in_person" | "online" | "hybrid";
                postponed: boolean;
                /** Format: uuid */
                roomId: string | null;
                startsAt: string;
                title: string;
            }[];
            travel: {
                /** Format: uuid */
                fromVenueId: string;
                minutes: number;
                /** Format: uuid */
                toVenueId: string;
            }[];
        };
        ScheduleChanges: {
            happened: {
                at: string;
                by: string;
                /** Format: uuid */
                byId: string;
                /** Format: date */
                date: string | null;
                name: string;
                /** Format: uuid */
                roomId: string | null;
                scheduleVersion: number;
                /** Format: uuid */
                sessionId: string;
                startsAt: string | null;
                title: string | null;
            }[];
            present: {
                name: string;
                /** Format: uuid */
                personId: string;
            }[];
            reload: boolean;
            removed: string[];
            scheduleVersion: number;
            sessions: components["schemas"]["ScheduleSession"][];
        };
        ScheduleRelease: {
            at: string;
            by: string;
            changes: number;
            facilitators: number;
            /** Format: uuid */
            id: string;
            note: string;
            number: number;
            participants: number;
            sessions: number;
        };
        ScheduleReleases: {
            items: components["schemas"]["ScheduleRelease"][];
            next: string | null;
        };
        ScheduleSession: {
            after: {
                minGap: number;
                /** Format: uuid */
                sessionId: string;
            }[];
            clearUp: number;
            /** Format: date */
            date: string | null;
            duration: number;
            equipment: string[];
            facilitators: {
                /** Format: uuid */
                facilitatorId: string;
                /** @enum {string} */
                role: "lead" | "support";
                /** @enum {string} */
                status: "proposed" | "requested" | "accepted" | "confirmed" | "declined" | "stood_down";
            }[];
            groupIds: string[];
            /** Format: uuid */
            id: string;
            kind: string;
            layout: string | null;
            mandatory: boolean;
            /** @enum {string} */
            mode: "in_person" | "online" | "hybrid";
            position: number;
            /** Format: uuid */
            roomId: string | null;
            setUp: number;
            startsAt: string | null;
            /** @enum {string} */
            status: "draft" | "released" | "in_progress" | "delivered" | "register_closed" | "cancelled";
            title: string;
            version: number;
        };
        SecondFactorPolicy: {
            graceDays: number;
            required: boolean;
        };
        SecondFactors: {
            due: string | null;
            passkeys: {
                createdAt: string;
                /** Format: uuid */
                id: string;
                name: string;
                usedAt: string | null;
            }[];
            recoveryCodes: number;
            totp: boolean;
        };
        SecondStepCode: {
            code: string;
        };
        Session: {
            can: string[];
            demo: boolean;
            email: string;
            expiresAt: string;
            hasPassword: boolean;
            /** @enum {string} */
            home: "staff" | "participant" | "employer";
            idleMinutes: number;
            person: {
                /** Format: uuid */
                id: string;
                initials: string;
                name: string;
            };
            provider: {
                contact: string | null;
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            providers: {
                contact: string | null;
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            roles: {
                providerName: string | null;
                role: string;
                /** Format: uuid */
                scopeId: string | null;
                scopeKind: string;
                scopeName: string | null;
            }[];
        };
        SessionDetail: {
            after: {
                minGap: number;
                /** Format: uuid */
                sessionId: string;
            }[];
            agenda: {
                duration: number;
                /** @enum {string} */
                kind: "input" | "exercise" | "break" | "meal";
                offset: number;
                presenter: string | null;
                title: string;
            }[];
            clearUp: number;
            /** Format: uuid */
            cohortId: string;
            /** Format: date */
            date: string | null;
            duration: number;
            equipment: string[];
            facilitators: {
                /** Format: uuid */
                facilitatorId: string;
                reason: string;
                /** @enum {string} */
                role: "lead" | "support";
                /** @enum {string} */
                status: "proposed" | "requested" | "accepted" | "confirmed" | "declined" | "stood_down";
            }[];
            groupIds: string[];
            /** Format: uuid */
            id: string;
            kind: string;
            layout: string | null;
            mandatory: boolean;
            /** @enum {string} */
            mode: "in_person" | "online" | "hybrid";
            note: string;
            onlineUrl: string | null;
            position: number;
            purpose: string;
            /** Format: uuid */
            roomId: string | null;
            scheduleVersion: number;
            setUp: number;
            startsAt: string | null;
            /** @enum {string} */
            status: "draft" | "released" | "in_progress" | "delivered" | "register_closed" | "cancelled";
            title: string;
            version: number;
            wasReleased: boolean;
        };
        SessionsMoved: {
            added: components["schemas"]["Clash"][];
            removed: components["schemas"]["Clash"][];
            scheduleVersion: number;
            sessions: components["schemas"]["ScheduleSession"][];
        };
        SetAccessNeeds: {
            accessNeeds: ("step_free" | "lift" | "hearing_loop" | "accessible_wc" | "parking" | "quiet_room" | "prayer_room" | "gender_neutral_wc")[];
            version: number;
        };
        SetAvailability: {
            spans: components["schemas"]["AvailabilitySpan"][];
            version: number;
        };
        SetEnrolmentGroups: {
            groupIds: string[];
            version: number;
        };
        SetProviderContact: {
            contact: "" | string;
        };
        SetRoomBookingStatus: {
            costPence?: number | null;
            /** Format: date */
            holdExpiresOn?: string | null;
            reason?: string;
            /** @enum {string} */
            status: "enquiry" | "held" | "contracted" | "used" | "released" | "expired" | "cancelled";
            version: number;
        };
        SetSecondFactorPolicy: {
            graceDays: number;
            /** Format: uuid */
            providerId: string;
            required: boolean;
        };
        SetTravel: {
            times: {
                minutes: number;
                /** Format: uuid */
                toVenueId: string;
            }[];
            version: number;
        };
        Setup: {
            code: boolean;
            demo: boolean;
            needed: boolean;
        };
        SetUp: {
            code?: string;
            email: string;
            familyName: string;
            /** @default  */
            givenName: string;
            password: string;
            providerName: string;
        };
        ShiftCohort: {
            days?: number;
            /** @default [] */
            jumps: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            }[];
            /** Format: date */
            startsOn?: string;
            version: number;
        };
        ShiftedCohort: {
            back: {
                days: number;
                jumps: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                }[];
            };
            days: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            }[];
            /** Format: date */
            endsOn: string;
            moved: number;
            /** Format: date */
            startsOn: string;
            version: number;
        };
        ShiftPreview: {
            days: {
                decision: boolean;
                /** Format: date */
                from: string;
                holiday: string;
                instead: string[];
                sessions: number;
                /** Format: date */
                to: string;
                /** @enum {string|null} */
                trouble: "weekend" | "bank_holiday" | null;
            }[];
            unchecked: string;
            version: number;
        };
        SignedInDevice: {
            createdAt: string;
            current: boolean;
            device: string;
            /** Format: uuid */
            id: string;
            lastSeenAt: string;
        };
        SignedInDevices: {
            items: components["schemas"]["SignedInDevice"][];
            next: string | null;
        };
        SignIn: {
            email: string;
            password: string;
        };
        SigningIn: {
            passkeys: boolean;
            totp: boolean;
            /** @enum {string|null} */
            waitsFor: "factor" | "enrolment" | null;
        };
        SplitSubGroups: {
            count: number;
            /** @enum {string} */
            kind: "learning_set" | "project" | "breakout" | "guests";
        };
        StaffHome: {
            atRisk: {
                capacity: number;
                cohort: {
                    id: string;
                    name: string;
                };
                held: number;
                minViable: number;
                /** @enum {string} */
                stage: "planning" | "open_for_applications" | "selecting" | "confirmed" | "in_delivery" | "delivered" | "closed" | "postponed" | "cancelled";
                /** Format: date */
                startsOn: string;
            }[];
            attention: components["schemas"]["Task"][];
            cohorts: {
                count: number;
                more: boolean;
            };
            /** Format: date */
            today: string;
            week: {
                cohort: {
                    id: string;
                    name: string;
                };
                /** Format: date */
                date: string;
                endsAt: string;
                id: string;
                kind: string;
                place: string | null;
                startsAt: string;
                title: string;
            }[];
        };
        StartBlueprint: Record<string, never>;
        SubGroup: {
            count: number;
            id: string;
            /** @enum {string} */
            kind: "learning_set" | "project" | "breakout" | "guests";
            name: string;
            position: number;
            version: number;
        };
        SubGroups: {
            items: components["schemas"]["SubGroup"][];
            /** @enum {string|null} */
            next: null;
        };
        SubstituteEnrolment: {
            note?: string;
            /** Format: uuid */
            personId: string;
            /** @enum {string} */
            reasonCode?: "work_pressure" | "changed_role" | "left_organisation" | "employer_withdrew" | "health" | "caring" | "parental_leave" | "bereavement" | "career_break" | "expectations" | "quality" | "accessibility" | "disengaged" | "attendance" | "work_not_submitted" | "started_in_error" | "cohort_cancelled" | "other";
            version: number;
        };
        TakeProposal: {
            organisationVersion: number;
            version: number;
        };
        Task: {
            about: {
                id: string;
                link: string;
                name: string;
            };
            code: string;
            detail: string;
            /** Format: date */
            due: string | null;
            fragment: string | null;
            link: string;
            status: string;
            title: string;
            /** @enum {string} */
            tone: "alert" | "warn" | "new" | "todo" | "done";
        };
        TemplateView: {
            afterPosition: number | null;
            clearUp: number;
            dayOffset: number | null;
            duration: number;
            equipment: ("projector" | "screen" | "video_call" | "microphone" | "flipchart" | "whiteboard" | "laptops")[];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "plenary" | "workshop" | "seminar" | "learning_set" | "mentoring" | "one_to_one" | "placement" | "visit" | "assessment" | "showcase" | "online" | "social" | "break" | "meal";
            /** @enum {string|null} */
            layout: "theatre" | "cabaret" | "classroom" | "boardroom" | "u_shape" | "standing" | null;
            mandatory: boolean;
            minGap: number;
            /** @enum {string} */
            mode: "in_person" | "online" | "hybrid";
            perGroup: boolean;
            position: number;
            purpose: string;
            setUp: number;
            startsAt: string | null;
            title: string;
        };
        TemplateWish: {
            afterPosition: number | null;
            clearUp: number;
            dayOffset: number | null;
            duration: number;
            equipment: ("projector" | "screen" | "video_call" | "microphone" | "flipchart" | "whiteboard" | "laptops")[];
            /** @enum {string} */
            kind: "plenary" | "workshop" | "seminar" | "learning_set" | "mentoring" | "one_to_one" | "placement" | "visit" | "assessment" | "showcase" | "online" | "social" | "break" | "meal";
            /** @enum {string|null} */
            layout: "theatre" | "cabaret" | "classroom" | "boardroom" | "u_shape" | "standing" | null;
            mandatory: boolean;
            minGap: number;
            /** @enum {string} */
            mode: "in_person" | "online" | "hybrid";
            perGroup: boolean;
            purpose: string;
            setUp: number;
            startsAt: string | null;
            title: string;
        };
        Token: {
            token: string;
        };
        TransferEnrolment: {
            /** Format: uuid */
            cohortId: string;
            note?: string;
            /** @enum {string} */
            reasonCode?: "work_pressure" | "changed_role" | "left_organisation" | "employer_withdrew" | "health" | "caring" | "parental_leave" | "bereavement" | "career_break" | "expectations" | "quality" | "accessibility" | "disengaged" | "attendance" | "work_not_submitted" | "started_in_error" | "cohort_cancelled" | "other";
            version: number;
        };
        TravelView: {
            estimated: number | null;
            minutes: number | null;
            name: string;
            /** Format: uuid */
            venueId: string;
        };
        UploadPeople: {
            content: string;
            fileName: string;
            /** Format: uuid */
            providerId: string;
        };
        VenueItem: {
            access: ("step_free" | "lift" | "hearing_loop" | "accessible_wc" | "parking" | "quiet_room" | "prayer_room" | "gender_neutral_wc")[];
            address: string;
            /** Format: uuid */
            id: string;
            largest: number | null;
            name: string;
            /** @enum {string} */
            nation: "ENG" | "WLS" | "SCT" | "NIR";
            postcode: string | null;
            /** Format: uuid */
            providerId: string;
            rooms: number;
            version: number;
        };
        VenuePage: {
            items: components["schemas"]["VenueItem"][];
            next: string | null;
            total: {
                count: number;
                more: boolean;
            };
        };
        VenueView: {
            access: ("step_free" | "lift" | "hearing_loop" | "accessible_wc" | "parking" | "quiet_room" | "prayer_room" | "gender_neutral_wc")[];
            address: string;
            /** Format: uuid */
            id: string;
            latitude: number | null;
            longitude: number | null;
            name: string;
            /** @enum {string} */
            nation: "ENG" | "WLS" | "SCT" | "NIR";
            postcode: string | null;
            /** Format: uuid */
            providerId: string;
            rooms: components["schemas"]["RoomView"][];
            travel: components["schemas"]["TravelView"][];
            version: number;
        };
        WithdrawProposal: {
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    SecondFactors_beginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
        };
    };
    SecondFactors_addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPasskey"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SecondFactors_removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Account_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SecondFactors_newRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    SecondFactors_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactors"];
                };
            };
        };
    };
    SecondFactors_beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAuthenticator"];
                };
            };
        };
    };
    SecondFactors_removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SecondFactors_confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondStepCode"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Accounts_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Accounts_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SecondFactorPolicies_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Holidays_list: {
        parameters: {
            query?: {
                division?: "england-and-wales" | "scotland" | "northern-ireland";
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankHolidayPage"];
                };
            };
        };
    };
    Blueprints_seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlueprintView"];
                };
            };
        };
    };
    Blueprints_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditBlueprint"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlueprintView"];
                };
            };
        };
    };
    Blueprints_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishBlueprint"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlueprintView"];
                };
            };
        };
    };
    ClashOverrides_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClashOverride"];
                };
            };
        };
    };
    Cohorts_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeCohort"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortPreview"];
                };
            };
        };
    };
    CohortSessions_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetail"];
                };
            };
        };
    };
    CohortSessions_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSession"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsMoved"];
                };
            };
        };
    };
    CohortSessions_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CohortSessions_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSession"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsMoved"];
                };
            };
        };
    };
    CohortSessions_copy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsMoved"];
                };
            };
        };
    };
    Cohorts_list: {
        parameters: {
            query?: {
                after?: string;
                from?: string;
                limit?: number;
                programme?: string[] | string;
                provider?: string;
                search?: string;
                sort?: "startsOn" | "-startsOn" | "name" | "-name";
                stage?: ("planning" | "open_for_applications" | "selecting" | "confirmed" | "in_delivery" | "delivered" | "closed" | "postponed" | "cancelled")[] | ("planning" | "open_for_applications" | "selecting" | "confirmed" | "in_delivery" | "delivered" | "closed" | "postponed" | "cancelled");
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cohorts"];
                };
            };
        };
    };
    Cohorts_make: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeCohort"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cohort"];
                };
            };
        };
    };
    Cohorts_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cohort"];
                };
            };
        };
    };
    Cohorts_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCohort"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cohort"];
                };
            };
        };
    };
    CohortPeople_candidates: {
        parameters: {
            query?: {
                query?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Candidates"];
                };
            };
        };
    };
    Schedule_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptClash"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClashOverride"];
                };
            };
        };
    };
    Cohorts_copy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyCohort"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cohort"];
                };
            };
        };
    };
    CohortPeople_setStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEnrolmentStatuses"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedEnrolments"];
                };
            };
        };
    };
    CohortPeople_list: {
        parameters: {
            query?: {
                after?: string;
                attention?: ("needs_unmet" | "elsewhere" | "waiting" | "changed_employer" | "no_employer" | "no_manager" | "no_group")[] | ("needs_unmet" | "elsewhere" | "waiting" | "changed_employer" | "no_employer" | "no_manager" | "no_group");
                group?: "none" | string;
                limit?: number;
                organisation?: string[] | string;
                search?: string;
                sector?: string[] | string;
                sort?: "name" | "-name" | "organisation" | "-organisation" | "status" | "-status";
                status?: ("confirmed" | "active" | "completed" | "not_completed" | "deferred" | "withdrawn" | "substituted" | "transferred")[] | ("confirmed" | "active" | "completed" | "not_completed" | "deferred" | "withdrawn" | "substituted" | "transferred");
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolments"];
                };
            };
        };
    };
    CohortPeople_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddEnrolments"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedEnrolments"];
                };
            };
        };
    };
    CohortPeople_file: {
        parameters: {
            query?: {
                attention?: ("needs_unmet" | "elsewhere" | "waiting" | "changed_employer" | "no_employer" | "no_manager" | "no_group")[] | ("needs_unmet" | "elsewhere" | "waiting" | "changed_employer" | "no_employer" | "no_manager" | "no_group");
                group?: "none" | string;
                ids?: string[] | string;
                organisation?: string[] | string;
                search?: string;
                sector?: string[] | string;
                sort?: "name" | "-name" | "organisation" | "-organisation" | "status" | "-status";
                status?: ("confirmed" | "active" | "completed" | "not_completed" | "deferred" | "withdrawn" | "substituted" | "transferred")[] | ("confirmed" | "active" | "completed" | "not_completed" | "deferred" | "withdrawn" | "substituted" | "transferred");
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    CohortPeople_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignSubGroup"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubGroups"];
                };
            };
        };
    };
    CohortPeople_split: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitSubGroups"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubGroups"];
                };
            };
        };
    };
    CohortPeople_listGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubGroups"];
                };
            };
        };
    };
    CohortPeople_addGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSubGroup"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubGroups"];
                };
            };
        };
    };
    Cohorts_history: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortHistory"];
                };
            };
        };
    };
    Cohorts_overview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortOverview"];
                };
            };
        };
    };
    Schedule_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasePreview"];
                };
            };
        };
    };
    Schedule_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleReleases"];
                };
            };
        };
    };
    Schedule_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseSchedule"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleRelease"];
                };
            };
        };
    };
    RoomCover_ofCohort: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomCover"];
                };
            };
        };
    };
    Schedule_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
        };
    };
    Schedule_changes: {
        parameters: {
            query: {
                since: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleChanges"];
                };
            };
        };
    };
    Schedule_here: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Schedule_gone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Schedule_move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveSessions"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsMoved"];
                };
            };
        };
    };
    Schedule_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSession"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsMoved"];
                };
            };
        };
    };
    Cohorts_shiftPreview: {
        parameters: {
            query: {
                startsOn: string;
                to?: "move" | "copy";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftPreview"];
                };
            };
        };
    };
    Cohorts_shift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftCohort"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftedCohort"];
                };
            };
        };
    };
    Cohorts_setStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeStage"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cohort"];
                };
            };
        };
    };
    DemoAccounts_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoAccounts"];
                };
            };
        };
    };
    Employments_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditEmployment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    Enrolments_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
        };
    };
    Enrolments_setNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAccessNeeds"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
        };
    };
    Enrolments_defer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeferEnrolment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
        };
    };
    Enrolments_setGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetEnrolmentGroups"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
        };
    };
    Enrolments_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentHistory"];
                };
            };
        };
    };
    Enrolments_setStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEnrolmentStatus"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
        };
    };
    Enrolments_substitute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubstituteEnrolment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
        };
    };
    Enrolments_transfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferEnrolment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
        };
    };
    Events_list: {
        parameters: {
            query?: {
                after?: string;
                cohortId?: string;
                from?: string;
                kind?: string;
                limit?: number;
                personId?: string;
                providerId?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Events"];
                };
            };
        };
    };
    Candidates_list: {
        parameters: {
            query?: {
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorCandidatePage"];
                };
            };
        };
    };
    Facilitators_list: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                query?: string;
                status?: "active" | "stood_down";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorPage"];
                };
            };
        };
    };
    Facilitators_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddFacilitator"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorView"];
                };
            };
        };
    };
    Facilitators_seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorView"];
                };
            };
        };
    };
    Facilitators_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditFacilitator"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorView"];
                };
            };
        };
    };
    Facilitators_setAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAvailability"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorView"];
                };
            };
        };
    };
    FacilitatorSessions_list: {
        parameters: {
            query?: {
                after?: string;
                from?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorSessionPage"];
                };
            };
        };
    };
    SubGroups_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSubGroup"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubGroups"];
                };
            };
        };
    };
    SubGroups_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    Holidays_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportHolidays"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayImportView"];
                };
            };
        };
    };
    Acceptances_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationAccepted"];
                };
            };
        };
    };
    Acceptances_lookUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Token"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationFound"];
                };
            };
        };
    };
    Invitations_list: {
        parameters: {
            query: {
                after?: string;
                limit?: number;
                providerId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitations"];
                };
            };
        };
    };
    Invitations_invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invite"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
        };
    };
    Invitations_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Invitations_resend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MyAgenda_needs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAccessNeeds"];
                };
            };
        };
    };
    MyAgenda_sayNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SayAccessNeeds"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAccessNeeds"];
                };
            };
        };
    };
    MyAgenda_agenda: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAgenda"];
                };
            };
        };
    };
    MyAgenda_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
        };
    };
    MyAgenda_looked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookedAt"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MyAgenda_home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyHome"];
                };
            };
        };
    };
    MyReports_list: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReports"];
                };
            };
        };
    };
    MyReportsEnrolments_list: {
        parameters: {
            query?: {
                person?: string[] | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportEnrolments"];
                };
            };
        };
    };
    Sessions_list: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInDevices"];
                };
            };
        };
    };
    Sessions_endAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Sessions_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OrganisationImports_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportOrganisations"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationImportReport"];
                };
            };
        };
    };
    Organisations_list: {
        parameters: {
            query: {
                after?: string;
                limit?: number;
                nation: ("ENG" | "WLS" | "SCT" | "NIR")[];
                query?: string;
                sector: ("council" | "health" | "police" | "fire" | "charity" | "education" | "central_government" | "other")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
        };
    };
    Organisations_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddOrganisation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
        };
    };
    Organisations_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
        };
    };
    Organisations_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditOrganisation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
        };
    };
    Organisations_sayForOneself: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnDetails"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
        };
    };
    Organisations_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeChange"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterProposal"];
                };
            };
        };
    };
    Persons_list: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                organisationId?: string;
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
        };
    };
    Persons_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPerson"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    PeopleImports_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadPeople"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleImportView"];
                };
            };
        };
    };
    PeopleImports_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleImportView"];
                };
            };
        };
    };
    PeopleImports_apply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyPeople"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleImportView"];
                };
            };
        };
    };
    PeopleImports_errors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    PeopleImports_head: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeadPeople"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleImportView"];
                };
            };
        };
    };
    PeopleImports_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapPeople"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleImportView"];
                };
            };
        };
    };
    PeopleImports_rows: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                outcome?: "new" | "changed" | "same" | "attention";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleImportRows"];
                };
            };
        };
    };
    Persons_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    Persons_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPerson"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    Persons_addEmployment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddEmployment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    Programmes_list: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                query?: string;
                status?: "active" | "retired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammePage"];
                };
            };
        };
    };
    Programmes_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddProgramme"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeView"];
                };
            };
        };
    };
    Programmes_seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeView"];
                };
            };
        };
    };
    Programmes_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditProgramme"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeView"];
                };
            };
        };
    };
    Programmes_listBlueprints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlueprintPage"];
                };
            };
        };
    };
    Programmes_startBlueprint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBlueprint"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlueprintView"];
                };
            };
        };
    };
    Providers_list: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Providers"];
                };
            };
        };
    };
    Providers_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddProvider"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provider"];
                };
            };
        };
    };
    Providers_setContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetProviderContact"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RegisterProposals_list: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                status?: "waiting" | "taken" | "left" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterProposalPage"];
                };
            };
        };
    };
    RegisterProposals_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterProposal"];
                };
            };
        };
    };
    RegisterProposals_leave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveProposal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterProposal"];
                };
            };
        };
    };
    RegisterProposals_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeProposal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterProposal"];
                };
            };
        };
    };
    RegisterProposals_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawProposal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterProposal"];
                };
            };
        };
    };
    Register_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepOrganisation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
        };
    };
    Register_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditOrganisation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
        };
    };
    Releases_one: {
        parameters: {
            query?: {
                against?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseDetail"];
                };
            };
        };
    };
    RoleAssignments_list: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                providerId?: string;
                role?: "administrator" | "programme_staff" | "facilitator" | "participant" | "line_manager" | "employer" | "evaluator" | "register_keeper";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleAssignments"];
                };
            };
        };
    };
    RoleAssignments_assign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRole"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleAssignment"];
                };
            };
        };
    };
    RoleAssignments_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    BookingBatches_book: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookRooms"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedRooms"];
                };
            };
        };
    };
    Bookings_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddRoomBooking"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomBookingView"];
                };
            };
        };
    };
    Bookings_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRoomBooking"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomBookingView"];
                };
            };
        };
    };
    Bookings_setStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRoomBookingStatus"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomBookingView"];
                };
            };
        };
    };
    Rooms_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRoom"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
                };
            };
        };
    };
    SecondFactorPolicies_of: {
        parameters: {
            query: {
                providerId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorPolicy"];
                };
            };
        };
    };
    SecondFactorPolicies_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSecondFactorPolicy"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Session_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    Session_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Session_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Session_extend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Session_signInByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Token"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SigningIn_showPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyShown"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SigningIn_challenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
        };
    };
    SigningIn_signingIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningIn"];
                };
            };
        };
    };
    SigningIn_showCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondStepCode"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Setup_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setup"];
                };
            };
        };
    };
    Setup_setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SignInLinks_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskForLink"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkAsked"];
                };
            };
        };
    };
    Cohorts_staffHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffHome"];
                };
            };
        };
    };
    Venues_list: {
        parameters: {
            query?: {
                access?: ("step_free" | "lift" | "hearing_loop" | "accessible_wc" | "parking" | "quiet_room" | "prayer_room" | "gender_neutral_wc")[];
                after?: string;
                limit?: number;
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenuePage"];
                };
            };
        };
    };
    Venues_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddVenue"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenueView"];
                };
            };
        };
    };
    Venues_seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenueView"];
                };
            };
        };
    };
    Venues_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditVenue"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenueView"];
                };
            };
        };
    };
    Venues_listBookings: {
        parameters: {
            query: {
                after?: string;
                from: string;
                limit?: number;
                to: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomBookingPage"];
                };
            };
        };
    };
    Venues_addRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddRoom"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
                };
            };
        };
    };
    Venues_setTravel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTravel"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VenueView"];
                };
            };
        };
    };
}
