using Nabla.Configuration;

namespace Nabla;

/// <summary>
/// What a file says of one place of a functional model: a layer and the values it is put on, by number.
/// </summary>
internal sealed record CallDescription(int Layer, IReadOnlyList<int> Inputs) : ISelfDescribing<CallDescription>
{
    private static readonly ConfigurationType<IReadOnlyList<int>> s_values =
        ConfigurationTypes.List(ConfigurationTypes.Int32);

    public void WriteConfiguration(ComponentWriter writer)
    {
        writer.Write("layer", Layer, ConfigurationTypes.Int32);
        writer.Write("inputs", Inputs, s_values);
    }

    public static CallDescription ReadConfiguration(ComponentReader reader) =>
        new(reader.Read("layer", ConfigurationTypes.Int32), reader.Read("inputs", s_values));
}
