namespace Nabla;

/// <summary>What differs between what a trainer has and what a checkpoint holds, variable by variable.</summary>
internal static class StateDifference
{
    private const int Shown = 8;

    /// <summary>Checks that each variable has its value, of its type and shape, and each value its variable.</summary>
    /// <exception cref="InvalidFileException">They do not belong together; the message lists what differs.</exception>
    public static void Check(
        IReadOnlyDictionary<string, Variable> variables, IReadOnlyDictionary<string, Tensor> values, string path,
        string subject, string remedy)
    {
        List<string> differences =
        [
            .. variables.Where(entry => !values.ContainsKey(entry.Key))
                .Select(entry => $"'{entry.Key}' {entry.Value.Spec} is not in the file"),
            .. values.Where(entry => !variables.ContainsKey(entry.Key))
                .Select(entry => $"the file's '{entry.Key}' {entry.Value.Spec} is not here"),
            .. variables
                .Where(entry => values.TryGetValue(entry.Key, out Tensor? value) && value.Spec != entry.Value.Spec)
                .Select(entry => $"'{entry.Key}' is {entry.Value.Spec} here and {values[entry.Key].Spec} in the file"),
        ];
        if (differences.Count > 0)
        {
            string more = differences.Count > Shown ? $"; and {differences.Count - Shown} more" : "";
            throw new InvalidFileException(
                path, 0,
                $"the checkpoint is of another {subject}: {string.Join("; ", differences.Take(Shown))}{more}", remedy);
        }
    }
}
