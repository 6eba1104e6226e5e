namespace Nabla;

public abstract partial class Model
{
    /// <summary>
    /// Texts that are kept with the model in its file: names of classes, how a table becomes inputs, who trained it.
    /// </summary>
    public IDictionary<string, string> Notes { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);
}
