// Les services internes que la bibliothèque de Microsoft appelle d'elle-même au démarrage, et celui qui reçoit le résultat des fonctions.
import type { Objet } from './objet';

/** Le résultat d'un appel de fonction, tel que le moteur de Microsoft l'envoie à Excel. */
export type Rendu = { readonly id: number; readonly value?: unknown; readonly failed?: boolean; readonly errorCode?: number; readonly error?: unknown } & Readonly<Record<string, unknown>>;

/** @param rendus où s'ajoutent les résultats @param telemesure ce que la bibliothèque de Microsoft confie à Excel sur elle-même */
export const services = (rendus: Rendu[], telemesure: string[]): Readonly<Record<string, Objet>> => ({
  'Microsoft.InternalService.AddinInternalService': { classe: 'AddinInternalService', appelle: { NotifyActionHandlerReady: () => undefined } },
  'Microsoft.ExcelServices.CustomFunctions': {
    classe: 'CustomFunctionsService',
    appelle: { _SetOsfControlContainerReadyForCustomFunctions: () => undefined, SetInvocationResults: (resultats: readonly Rendu[]) => void rendus.push(...resultats) },
  },
  'Microsoft.AppRuntime.AppRuntimeService': { classe: 'AppRuntimeService', appelle: { SetAppRuntimeState: () => undefined } },
  'Microsoft.Telemetry.TelemetryService': { classe: 'TelemetryService', appelle: { SendTelemetryEvent: (_: unknown, nom: string) => void telemesure.push(nom) } },
});
