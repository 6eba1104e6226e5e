namespace Nabla;

public abstract partial class Model
{
    /// <summary>Another model of the same layers, with the same weights or with new ones.</summary>
    /// <param name="withWeights">Whether it has the weights of this one; else it is yet to be built.</param>
    /// <exception cref="NotSupportedException">A layer has no <see cref="ComponentAttribute"/>.</exception>
    public override Model Clone(bool withWeights = true)
    {
        var clone = (Model)base.Clone(withWeights);
        foreach ((string key, string text) in Notes)
        {
            clone.Notes.Add(key, text);
        }

        return clone;
    }
}
