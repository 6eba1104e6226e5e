namespace Nabla.Configuration;

/// <summary>The place of a value within a configuration, spelt out only when a message needs it.</summary>
internal sealed class ConfigurationPath(ConfigurationPath? parent, string? name, int index)
{
    public static string Prefix(ConfigurationPath? path) => path is null ? "" : $"{path}: ";

    public override string ToString() => (parent, name) switch
    {
        (_, null) => $"{parent}[{index}]",
        (null, _) => name,
        _ => $"{parent}.{name}",
    };
}
