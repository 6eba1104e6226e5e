namespace Nabla.Cli.Sets;

/// <summary>A file of a data set, as it was published.</summary>
/// <param name="Name">Its name in the set's folder.</param>
/// <param name="Sha256">Of its content.</param>
internal sealed record SetFile(string Name, string Sha256);
