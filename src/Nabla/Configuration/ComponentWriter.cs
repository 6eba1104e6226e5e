using System.Text.Json;

namespace Nabla.Configuration;

/// <summary>Writes the members of a component's configuration.</summary>
public sealed class ComponentWriter
{
    internal ComponentWriter(Utf8JsonWriter json) => Json = json;

    internal Utf8JsonWriter Json { get; }

    /// <summary>Writes a member.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="value">Its value.</param>
    /// <param name="type">How such a value is written, from <see cref="ConfigurationTypes"/>.</param>
    public void Write<T>(string name, T value, ConfigurationType<T> type)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(type);
        Json.WritePropertyName(name);
        type.Write(this, value);
    }

    /// <summary>Writes what a component describes itself.</summary>
    /// <param name="component">The component.</param>
    public void WriteSelf<T>(T component) where T : class, ISelfDescribing<T>
    {
        ArgumentNullException.ThrowIfNull(component);
        component.WriteConfiguration(this);
    }

    internal void StartObject()
    {
        CheckDepth();
        Json.WriteStartObject();
    }

    internal void StartArray()
    {
        CheckDepth();
        Json.WriteStartArray();
    }

    private void CheckDepth()
    {
        if (Json.CurrentDepth >= ComponentJson.MaximumDepth)
        {
            throw new InvalidOperationException(
                $"The configuration is nested more than {ComponentJson.MaximumDepth} levels deep, "
                + "which no file can hold; put fewer components within one another.");
        }
    }
}
