/** Of each kind, one for each worker. Chosen: as many as the cores of the smallest machine the tests are meant for. */
export const DATABASES = 2;
