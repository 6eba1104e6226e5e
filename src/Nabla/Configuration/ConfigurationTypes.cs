using Nabla.Configuration.Types;

namespace Nabla.Configuration;

/// <summary>The types of values that a configuration can hold.</summary>
public static class ConfigurationTypes
{
    /// <summary>A truth value.</summary>
    public static ConfigurationType<bool> Boolean { get; } = new BooleanType();

    /// <summary>A whole number of 32 bits.</summary>
    public static ConfigurationType<int> Int32 { get; } = new IntegerType<int>();

    /// <summary>A whole number of 64 bits.</summary>
    public static ConfigurationType<long> Int64 { get; } = new IntegerType<long>();

    /// <summary>A number of single precision; those that are not finite are written as texts.</summary>
    public static ConfigurationType<float> Single { get; } = new FloatingType<float>();

    /// <summary>A number of double precision; those that are not finite are written as texts.</summary>
    public static ConfigurationType<double> Double { get; } = new FloatingType<double>();

    /// <summary>A text.</summary>
    public static ConfigurationType<string> String { get; } = new StringType();

    /// <summary>A shape, written as the list of its extents.</summary>
    public static ConfigurationType<Shape> Shape { get; } = new ShapeType();

    /// <summary>A padding, written as its text, such as <c>same</c> or <c>0,1:1,2 reflect</c>.</summary>
    public static ConfigurationType<Padding> Padding { get; } = new PaddingType();

    /// <summary>One of the named values of an enumeration.</summary>
    public static ConfigurationType<T> Enum<T>() where T : struct, Enum => new EnumType<T>();

    /// <summary>A value that is written as its name, such as an activation.</summary>
    public static ConfigurationType<T> Text<T>() where T : IConfigurationText<T> => new TextType<T>();

    /// <summary>
    /// Another component: of the family, or of the class within it, that <typeparamref name="T"/> is.
    /// </summary>
    public static ConfigurationType<T> Component<T>() where T : class => new ComponentType<T>(typeof(T));

    /// <summary>An object that describes itself and is no component.</summary>
    public static ConfigurationType<T> Object<T>() where T : class, ISelfDescribing<T> => new ObjectType<T>();

    /// <summary>A value or null.</summary>
    /// <param name="inner">The type of the value.</param>
    public static ConfigurationType<T?> Nullable<T>(ConfigurationType<T> inner) where T : struct =>
        new NullableType<T>(inner);

    /// <summary>An object or null.</summary>
    /// <param name="inner">The type of the object.</param>
    public static ConfigurationType<T?> Optional<T>(ConfigurationType<T> inner) where T : class =>
        new OptionalType<T>(inner);

    /// <summary>An array.</summary>
    /// <param name="item">The type of its elements.</param>
    public static ConfigurationType<T[]> Array<T>(ConfigurationType<T> item) => new ArrayType<T>(item);

    /// <summary>A short list compared by value, such as the extents of a window.</summary>
    /// <param name="item">The type of its elements.</param>
    public static ConfigurationType<Axes<T>> Axes<T>(ConfigurationType<T> item) where T : IEquatable<T> =>
        new AxesType<T>(item);

    /// <summary>A list.</summary>
    /// <param name="item">The type of its elements.</param>
    public static ConfigurationType<IReadOnlyList<T>> List<T>(ConfigurationType<T> item) => new ListType<T>(item);

    /// <summary>A dictionary with texts as keys, written in the order of the keys.</summary>
    /// <param name="item">The type of its values.</param>
    public static ConfigurationType<IReadOnlyDictionary<string, T>> Dictionary<T>(ConfigurationType<T> item) =>
        new DictionaryType<T>(item);
}
