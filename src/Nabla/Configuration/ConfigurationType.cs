namespace Nabla.Configuration;

/// <summary>
/// How values of a type stand in a configuration; <see cref="ConfigurationTypes"/> has those there are.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
public abstract class ConfigurationType<T>
{
    private protected ConfigurationType()
    {
    }

    /// <summary>What messages call such a value, with its article: <c>a whole number</c>.</summary>
    internal abstract string Expected { get; }

    internal abstract void Write(ComponentWriter writer, T value);

    internal abstract T Read(ConfigurationNode node);
}
