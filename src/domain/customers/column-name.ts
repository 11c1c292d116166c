/** The name of an imported column without what only writes it differently: "CRM URL" and "crm_url" are "crmurl". */
export const plainColumn = (column: string): string => column.toLowerCase().replace(/[\s_.-]+/g, "");
