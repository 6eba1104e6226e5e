namespace Nabla.Data;

/// <summary>The search for the folder of a data set.</summary>
/// <remarks>
/// A folder that is given is the only one looked at, and the set's name within it. Otherwise: <c>NABLA_DATA</c> and the
/// set's name within it, then <c>data/NAME</c> in the program's folder and every folder above, then the same from the
/// current folder.
/// </remarks>
/// <param name="set">The name of the set.</param>
/// <param name="folder">The folder that the user named; null to search.</param>
/// <param name="variable">What the environment says.</param>
/// <param name="programFolder">Where the program lies.</param>
/// <param name="currentFolder">The current folder.</param>
internal sealed class DataFolder(
    string set, string? folder, string? variable, string programFolder, string currentFolder)
{
    /// <summary>
    /// The environment variable that names a folder with data sets, for programs that run far from theirs.
    /// </summary>
    public const string Variable = "NABLA_DATA";

    /// <summary>How a user says where the files are, for messages.</summary>
    public const string Ways = $"Load(folder), --data in the command line, or {Variable}";

    /// <summary>The value of the variable.</summary>
    public static string? FromEnvironment => Environment.GetEnvironmentVariable(Variable);

    /// <summary>The first place that has the files.</summary>
    /// <param name="missing">The files that a folder lacks.</param>
    /// <param name="what">What is looked for, as the start of a message.</param>
    /// <param name="advice">Where to get them, as a sentence.</param>
    /// <exception cref="FileNotFoundException">They are nowhere; the message lists the places.</exception>
    public string Locate(Func<string, string[]> missing, string what, string advice)
    {
        string[] places = [.. Places().Distinct(StringComparer.Ordinal)];
        return Array.Find(places, place => missing(place) is []) ?? throw new FileNotFoundException(
            folder is null
                ? $"{what} are in none of {string.Join(", ", places.Select(place => $"'{place}'"))}. {advice}"
                : $"{what} are not in '{places[0]}': {StateOf(places[0], missing)}. Name the folder that has all of "
                    + $"them. {advice}");
    }

    private static string StateOf(string folder, Func<string, string[]> missing) =>
        File.Exists(folder) ? "that is a file"
        : Directory.Exists(folder) ? $"it lacks {string.Join(", ", missing(folder))}"
        : "there is no such folder";

    private IEnumerable<string> Places()
    {
        string? named = folder ?? (string.IsNullOrEmpty(variable) ? null : variable);
        if (named is not null)
        {
            yield return Path.GetFullPath(named, currentFolder);
            yield return Path.GetFullPath(Path.Combine(named, set), currentFolder);
        }

        if (folder is null)
        {
            foreach (string start in new[] { programFolder, currentFolder })
            {
                for (DirectoryInfo? above = new(start); above is not null; above = above.Parent)
                {
                    yield return Path.Combine(above.FullName, "data", set);
                }
            }
        }
    }
}
