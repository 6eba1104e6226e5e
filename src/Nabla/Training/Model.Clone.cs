namespace Nabla;

public abstract partial class Model
{
    /// <summary>Another model of the same layers, with the same weights or with new ones.</summary>
    /// <param name="withWeights">Whether it has the weights of this one; else it is yet to be built.</param>
    /// <exception cref="NotSupportedException">A layer has no <see cref="ComponentAttribute"/>.</exception>
    public Model Clone(bool withWeights = true)
    {
        Model clone = (Model)ComponentJson.Read<Layer>(ComponentJson.Write(this));
        foreach ((string key, string text) in Notes)
        {
            clone.Notes.Add(key, text);
        }

        if (!withWeights || InputSpecs.Count == 0)
        {
            return clone;
        }

        clone.Build([.. InputSpecs.Select(spec => spec with { Shape = Shape.Create(spec.Shape.Extents[1..]) })]);
        clone.CopyWeights(this);
        return clone;
    }

    /// <summary>Takes over all variables of a model of the same layers.</summary>
    /// <param name="source">The model; it is not changed.</param>
    /// <exception cref="ArgumentException">Its variables have other names, types or shapes.</exception>
    public void CopyWeights(Model source)
    {
        ArgumentNullException.ThrowIfNull(source);
        (string Path, Variable Variable)[] mine = [.. VariablePaths()], theirs = [.. source.VariablePaths()];
        int stray = Enumerable.Range(0, Math.Max(mine.Length, theirs.Length)).FirstOrDefault(
            i => i >= mine.Length || i >= theirs.Length || mine[i].Path != theirs[i].Path
                || mine[i].Variable.Spec != theirs[i].Variable.Spec,
            -1);
        if (stray >= 0)
        {
            throw new ArgumentException(
                $"The models differ: {Name(mine)} here, {Name(theirs)} there; take the weights of a model of the same "
                + "layers that is built for the same input.", nameof(source));
        }

        for (int i = 0; i < mine.Length; i++)
        {
            mine[i].Variable.Value = theirs[i].Variable.Value;
        }

        string Name((string Path, Variable Variable)[] variables) => stray < variables.Length
            ? $"'{variables[stray].Path}' {variables[stray].Variable.Spec}"
            : "nothing more";
    }
}
