namespace Nabla.Configuration;

/// <summary>
/// A component whose configuration is more than the parameters of a constructor, such as a graph of layers: it writes
/// and reads that itself.
/// </summary>
/// <remarks>
/// <para>
/// It is named by <see cref="ComponentAttribute"/> as every component is. Properties that a base class marks with
/// <see cref="ComponentPropertyAttribute"/> are kept without its doing.
/// </para>
/// <para>A class that is no component implements it to be a parameter of one.</para>
/// </remarks>
/// <typeparam name="TSelf">The component.</typeparam>
public interface ISelfDescribing<TSelf> where TSelf : class, ISelfDescribing<TSelf>
{
    /// <summary>Writes the configuration, member by member.</summary>
    /// <param name="writer">Writes the members.</param>
    void WriteConfiguration(ComponentWriter writer);

    /// <summary>Makes the component of what was written. Members that are not read are refused.</summary>
    /// <param name="reader">Reads the members, in any order.</param>
    /// <exception cref="System.Text.Json.JsonException">
    /// The configuration is wrong; <see cref="ComponentReader.Invalid"/> makes one that names the place.
    /// </exception>
    static abstract TSelf ReadConfiguration(ComponentReader reader);
}
